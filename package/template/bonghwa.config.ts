import { defineConfig } from 'bonghwa';

/**
 * What is watched, how, and who hears of it. `npx bonghwa plan` shows what follows from it, and
 * `npx bonghwa doctor` what is still missing.
 */
export default defineConfig({
  // The employment portals that Bonghwa knows are not watched from here.
  builtInPortals: false,

  // Services that may fail together: one outage, one message.
  addGroups: [{ id: 'ours', name: '우리 서비스', nameEn: 'Our services' }],

  addServices: [
    {
      id: 'example',
      name: '예시 서비스',
      shortName: '예시',
      nameEn: 'Example',
      group: 'ours',
      site: 'https://www.example.com/',
      probeSeconds: 60,
      // The journey by code in journeys/index.ts, every five minutes.
      journeys: { front: { seconds: 300, depth: 'static' } },
      target: {
        baseUrl: 'https://www.example.com',
        alsoHosts: [],
        // Paths below `baseUrl`, and a text that each page shows when it is well.
        pages: { main: '/' },
        markers: { main: 'Example Domain' },
        // A login form by data alone: `pages.login`, `markers.login`, the selectors `userId`,
        // `password`, `submit` and `logout`, `login: 'id-password'` and a recorded permission.
        selectors: {},
        login: 'none',
        unseen: [],
      },
    },
  ],
});
