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
}

/** Makes the analysis of a model. */
export function createAnalysis(model: Model, surroundings: Surroundings = {}): Analysis {
  let dma: DmaAnalysis | undefined;
  let entries: Entries | undefined;
  return {
    model,
    surroundings,
    get dma() {
      return (dma ??= createDmaAnalysis(model));
    },
    get entries() {
      return (entries ??= createEntries(model));
    },
  };
}
