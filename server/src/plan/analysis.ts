import type { Model } from '../model/types.js';
import { createDmaAnalysis, type DmaAnalysis } from './dma.js';
import { createEntries, type Entries } from './entries.js';
import type { Surroundings } from './surroundings.js';

/** A model and what is planned from it, each part computed on first demand: what rules and features are given. */
export interface Analysis {
  readonly model: Model;
  readonly surroundings: Surroundings;
  readonly dma: DmaAnalysis;
  readonly entries: Entries;
  /**
   * What a function makes of this analysis: computed on first demand and kept, under the function itself. For indexes that
   * only some rules or features need.
   */
  once<T>(compute: (analysis: Analysis) => T): T;
}

/** Makes the analysis of a model. */
export function createAnalysis(model: Model, surroundings: Surroundings = {}): Analysis {
  let dma: DmaAnalysis | undefined;
  let entries: Entries | undefined;
  const kept = new Map<unknown, unknown>();
  const analysis: Analysis = {
    model,
    surroundings,
    get dma() {
      return (dma ??= createDmaAnalysis(analysis));
    },
    get entries() {
      return (entries ??= createEntries(model));
    },
    once<T>(compute: (own: Analysis) => T): T {
      const known = kept.get(compute);
      if (known !== undefined || kept.has(compute)) return known as T;
      const made = compute(analysis);
      kept.set(compute, made);
      return made;
    },
  };
  return analysis;
}
