import { writeFragment } from '../answers/url-state.ts';
import type { AnswerView } from './selectors.ts';

/** Hosts refuse addresses of more than 8 KB; of a long answer the case link is enough. */
const longest = 1000;

/**
 * The address of the repository's form "This answer is wrong" (.github/ISSUE_TEMPLATE/1-wrong-answer.yml), filled in with the
 * case, the shop, the answer, what it cites and the version. Nothing is sent but by who opens it, reads it and sends it.
 * `page`: the address of the full page, '' where there is none.
 */
export function reportLink(
  repository: string,
  answerView: AnswerView,
  answer: string,
  page: string,
  version: string,
): string {
  const { verdict, answers, shop } = answerView;
  const fields = {
    template: '1-wrong-answer.yml',
    case: page.replace(/#.*/, '') + writeFragment({ ...answers, as_of: verdict.as_of }),
    shop: [shop, answers.facts['country']].filter((part) => typeof part === 'string').join(', '),
    said: answer.slice(0, longest),
    clauses: Object.keys(verdict.clauses).join(', ').slice(0, longest),
    version,
  };
  return `${repository}/issues/new?${new URLSearchParams(fields).toString()}`;
}
