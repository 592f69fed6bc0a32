import type { Model } from '../model/types.js';
import { createDmaAnalysis, type DmaAnalysis } from './dma.js';

/** A model and what is planned from it, each part computed on first demand: what rules and features are given. */
export interface Analysis {
  readonly model: Model;
  readonly dma: DmaAnalysis;
}

/** Makes the analysis of a model. */
export function createAnalysis(model: Model): Analysis {
  let dma: DmaAnalysis | undefined;
  return {
    model,
    get dma() {
      return (dma ??= createDmaAnalysis(model));
    },
  };
}
