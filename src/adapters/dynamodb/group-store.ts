import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { VersionConflictError } from '#core/errors';
import type { GroupState } from '#core/group-state';
import type { GroupStore } from '#core/ports';
import { fromItem } from './item.ts';
import type { TableClient } from './table-client.ts';

/** `GROUP#<id>` / `STATE`: one item, JSON compressed, written only over the version it came from. */
export function createGroupStore(table: TableClient): GroupStore {
  return {
    async load(group) {
      const item = await table.get({ pk: `GROUP#${group}`, sk: 'STATE' }, { consistent: true });
      if (!item) return undefined;
      const packed = Buffer.from(fromItem<string>(item), 'base64');
      return JSON.parse(inflateRawSync(packed).toString('utf8')) as GroupState;
    },

    async commit(state) {
      const previous = state.version - 1;
      const committed = await table.put(
        {
          key: { pk: `GROUP#${state.group}`, sk: 'STATE' },
          document: deflateRawSync(JSON.stringify(state)).toString('base64'),
          attributes: { version: state.version },
        },
        previous === 0
          ? { text: 'attribute_not_exists(pk)' }
          : {
              text: '#version = :previous',
              names: { '#version': 'version' },
              values: { ':previous': { N: String(previous) } },
            },
      );
      if (committed) return;
      throw new VersionConflictError(
        `The state of ${state.group} is no longer at version ${previous}.`,
        'Evaluate the group again.',
      );
    },
  };
}
