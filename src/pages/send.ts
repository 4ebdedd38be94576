import type { FastifyReply } from 'fastify';
import type { Assets } from './assets.ts';
import type { Reader } from './language.ts';
import { type Page, writePage } from './layout.ts';

/** Sends a page. No page has styles of its own in it, so that none are allowed. */
export function sendPage(
  reply: FastifyReply,
  page: Page,
  reader: Reader,
  assets: Assets,
): FastifyReply {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  return reply
    .header('content-security-policy', policy.replace(" 'unsafe-inline'", ''))
    .header('content-language', reader.language)
    .header('vary', [reply.getHeader('vary'), 'Accept-Language'].filter(Boolean).join(', '))
    .type('text/html; charset=utf-8')
    .send(writePage(page, reader, assets));
}
