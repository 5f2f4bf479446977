import { Construct } from 'constructs';
import { defined } from '#core/defined';
import { BROWSER_PACKAGES, packBrowserParts } from '#lib/browser-parts';
import type { DeployContext } from '#lib/context';
import type { FixedEgress } from '#lib/fixed-egress';
import { NodeFunction } from '#lib/node-function';

export interface BrowserProps {
  readonly context: DeployContext;
  readonly vantage: string;
  readonly egress?: FixedEgress;
}

/**
 * Chromium on the open web, without a sandbox, as Lambda requires: the part most likely to be
 * broken into. Its role may only write its own log (ADR 0032).
 */
export class Browser extends Construct {
  readonly lambda: NodeFunction;

  constructor(scope: Construct, id: string, { context, vantage, egress }: BrowserProps) {
    super(scope, id);
    this.lambda = new NodeFunction(this, 'Browser', {
      context,
      name: 'browser',
      description: 'Runs one journey in Chromium; has no rights',
      memoryMb: 2048,
      // 211 MB of browser, its profile, and room for the files that a crash leaves until they are
      // swept.
      ephemeralMb: 1024,
      vantage,
      environment: {},
      // Sending traces would need a right.
      traceable: false,
      bundling: {
        externalModules: [...BROWSER_PACKAGES],
        complete: (folder) => [packBrowserParts(folder)],
      },
      ...defined({ egress }),
    });
    // The runner waits for it. A retried event would be a second login.
    this.lambda.function.configureAsyncInvoke({ retryAttempts: 0 });
  }
}
