import unclosedQuote from '../../server/src/rules/unclosed-quote.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('unclosed-quote', () => {
  test('reports a quotation mark without a partner', () => {
    rule(
      unclosedQuote,
      driver(
        `
      [Svc_Inst]
      DisplayName = "Example, one ; comment
                    ~~~~~~~~~~~~~~~~~~~~~~~ unclosed-quote This quotation mark has no partner, so all up to the end of the line belongs to the value, commas and comments included.
      Description = "Example""
                    ~~~~~~~~~~ unclosed-quote This quotation mark has no partner, so all up to the end of the line belongs to the value, commas and comments included.
    `,
      ),
    );
  });

  test('takes closed quotes, doubled ones, and quotes that are not quotes', () => {
    rule(
      unclosedQuote,
      driver(
        `
      [Svc_Inst]
      DisplayName = "Example" ; a "comment
      Description = "The ""example"" service"
      LoadOrderGroup = ""
      ; "
    `,
      ),
    );
  });
});
