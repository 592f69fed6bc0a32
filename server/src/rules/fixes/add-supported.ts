import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import type { DmaLine } from '../../plan/dma.js';
import { createDraft } from './draft.js';
import { contentOf } from './insert-opt-in.js';
import { placeOf } from './layout.js';
import { neighboursOf } from './neighbours.js';
import { renderRegistry } from './registry-style.js';
