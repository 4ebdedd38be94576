import { ToolError } from './ask-route.ts';

interface Prompt {
  name: string;
  title: string;
  description: string;
  arguments: { name: string; description: string; required: true }[];
  /** What the agent is asked to do. */
  write(given: Readonly<Record<string, string>>): string;
}

const asked = (name: string, description: string) =>
  ({ name, description, required: true }) as const;

const prompts: readonly Prompt[] = [
  {
    name: 'answer_with_citations',
    title: 'Answer with citations',
    description: 'Answers a question from the stored articles, and says where each answer stands.',
    arguments: [asked('question', 'What you want to know.')],
    write: ({ question }) =>
      `Answer from article-facts alone, by search_facts or who_said first: ${question}\n\nBehind each statement give the fact’s id, the article’s id, the span (start–end) and the words (exact). Say whose words they are: only of direct quotes, and of \`verbatim\`, they are the speaker’s own. Say what is expected, alleged, denied or inferred. Where nothing answers the question, say that.`,
  },
  {
    name: 'check_quotation',
    title: 'Check a quotation',
    description: 'Says whether somebody is on record with these words, and where.',
    arguments: [asked('words', 'The words.'), asked('speaker', 'Who is to have said them.')],
    write: ({ words, speaker }) =>
      `Did ${speaker} say “${words}”? Resolve the name (resolve_name), then look for the words among the speaker’s quotes, and for the words alone (who_said). Say whether it is verbatim (direct), in part (mixed: see verbatim) or the reporter’s wording (indirect), with the quote’s id, the article’s id, span and exact words. If somebody else said it, say who.`,
  },
];

export function describePrompts() {
  return prompts.map(({ write: _, ...described }) => described);
}

/** @throws ToolError where something is missing; null where there is no such prompt */
export function writePrompt(name: string, given: Readonly<Record<string, string>> = {}) {
  const prompt = prompts.find((it) => it.name === name);
  if (prompt === undefined) return null;
  const missing = prompt.arguments.find((it) => !given[it.name]?.trim());
  if (missing !== undefined) throw new ToolError(`${missing.name} must be given.`);
  return { description: prompt.description, text: prompt.write(given) };
}
