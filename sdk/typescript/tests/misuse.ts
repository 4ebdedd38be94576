import { createClient, type QuoteKind } from '@article-facts/client';

// Run by nobody: the compiler says where one of these would pass.

const facts = createClient({ baseUrl: 'http://127.0.0.1:3000' });

export async function misuse(): Promise<void> {
  // @ts-expect-error it is no kind of quote
  const kind: QuoteKind = 'spoken';
  // @ts-expect-error nor is it here
  facts.list('/v1/quotes', { kind: ['spoken'] });
  // @ts-expect-error nor alone
  facts.list('/v1/quotes', { kind: 'spoken' });
  // @ts-expect-error there is no such parameter
  facts.list('/v1/quotes', { speker: 'china' });
  // @ts-expect-error the id is missing
  facts.get('/v1/quotes/{quote}');
  // @ts-expect-error a timeline has no pages
  facts.list('/v1/timeline');
  // @ts-expect-error it is no file
  facts.stream('/v1/quotes');
  // @ts-expect-error its date may be null
  (await facts.get('/v1/events/{event}', { event: 'x' })).date.edtf;
  // @ts-expect-error a bundle has an article
  facts.putBundle('x', {});
  console.log(kind);
}
