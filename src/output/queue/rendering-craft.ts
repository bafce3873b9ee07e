/** What a worker does with a slice: its files are written under a name of this attempt's own, and renamed into their places. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../ledger/write-synced.js';
import { renderedFolders, type Slice } from '../render-slice.js';
import type { Renderer } from '../renderer.js';
import type { Craft } from './work-on-jobs.js';

/** Another attempt may put the same bytes there. */
export function renderingCraft(renderer: Renderer, atOnce: number): Craft {
  return {
    kind: 'slice',
    atOnce,
    perform: async ({ data, folder, way }) => {
      const slice = data as Slice;
      const result = await renderer.render({ folder, way, ...slice });
      for (const name of renderedFolders(slice)) await syncFolder(join(folder, name));
      await rm(way, { recursive: true, force: true });
      return { result, figures: { documents: slice.documents.length } };
    },
  };
}
