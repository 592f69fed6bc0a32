import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../plan/analysis.js';
import { fieldSpecAt } from '../language/lookup.js';
import { contextAt, type Context } from '../syntax/context.js';
import type { PercentToken } from '../syntax/percent.js';
import type { Span } from '../text/span.js';
import { deviceAt, describeDevice } from './hover-device.js';
import { describeDirective, describeSection, directiveAt, nameFieldOf } from './hover-tables.js';
import { describeRegistryField } from './hover-registry.js';
import { describeDirid, describeValue } from './hover-values.js';
import { code, hoverOf } from './markdown.js';

/** What a provider has to say: the span inside the block that it is about, and paragraphs in Markdown. */
interface Said {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

type Provider = (analysis: Analysis, context: Context) => Said | undefined;

/** Asked in this order; the first that has something to say is shown. */
const PROVIDERS: readonly Provider[] = [ofHeader, ofRegistryLine, ofToken, ofDirective, ofDevice, ofValue];

/** The hover at an offset of the document (0-based, UTF-16); `undefined` where there is nothing to say. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const { model } = analysis;
  if (model.fileKind !== 'driver') return undefined;
  const context = contextAt(model.cst, offset);
  for (const provider of PROVIDERS) {
    const said = provider(analysis, context);
    if (said !== undefined && said.paragraphs.length > 0) {
      return hoverOf(model.cst.snapshot, context.placed, said.span, said.paragraphs);
    }
  }
  return undefined;
}

function ofHeader({ model }: Analysis, { where, placed }: Context): Said | undefined {
  const { header } = placed.block;
  const section = model.sectionOf(placed);
  if (where !== 'header' || header === undefined || section === undefined) return undefined;
  return { span: header.span, paragraphs: describeSection(section) };
}

function ofRegistryLine(analysis: Analysis, { where, placed, line, field }: Context): Said | undefined {
  if (where !== 'field' || line === undefined || field === undefined) return undefined;
  const registryLine = analysis.model.registryLineAt({ placed, line });
  if (registryLine === undefined) return undefined;
  return { span: field.span, paragraphs: describeRegistryField(analysis, registryLine, field) };
}

/** A token says its value, and what the field makes of it. */
function ofToken(analysis: Analysis, context: Context): Said | undefined {
  const { percent } = context;
  if (percent === undefined || percent.kind === 'escape') return undefined;
  const [first] = analysis.model.definitionsOf(percent.name);
  if (first === undefined) return ofDirid(percent);
  const section = analysis.model.sectionOf(first.at.placed)?.name ?? 'Strings';
  const meaning = ofValue(analysis, context)?.paragraphs ?? [];
  const text = `${code(`%${percent.name}%`)} is ${code(first.value)} (${code(`[${section}]`)})`;
  return { span: percent.span, paragraphs: [text, ...meaning] };
}

function ofDirid({ kind, name, span }: PercentToken): Said | undefined {
  return kind === 'dirid' ? { span, paragraphs: describeDirid(Number(name)) } : undefined;
}

/** The IDs of a Models line. */
function ofDevice(analysis: Analysis, { where, placed, line, field, fieldIndex }: Context): Said | undefined {
  if (where !== 'field' || line === undefined || field === undefined || fieldIndex === 0) return undefined;
  const device = deviceAt(analysis, placed, line);
  return device && { span: field.span, paragraphs: describeDevice(analysis, device) };
}

function ofDirective({ model }: Analysis, { where, placed, line, field }: Context): Said | undefined {
  const section = model.sectionOf(placed);
  if ((where !== 'key' && where !== 'field') || line === undefined || section === undefined) return undefined;
  const directive = directiveAt(section, line);
  const name = directive && nameFieldOf(directive, line);
  if (directive === undefined || name === undefined || name.span.start !== field?.span.start) return undefined;
  return { span: name.span, paragraphs: describeDirective(directive) };
}

function ofValue({ model }: Analysis, { where, placed, line, field, fieldIndex }: Context): Said | undefined {
  const section = model.sectionOf(placed);
  if (where !== 'field' || line === undefined || field === undefined || section === undefined) return undefined;
  const directive = directiveAt(section, line);
  const spec = directive && fieldSpecAt(directive, fieldIndex ?? 0, line.fields.length);
  return spec && { span: field.span, paragraphs: describeValue(spec, model.valueOf(field)) };
}
