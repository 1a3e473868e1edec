export const noticeKinds = [
  'round_opened',
  'round_extended',
  'round_reopened',
  'answer_waiting',
  'answer_returned',
  'comment_written',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a person can mute; reminders always come. */
export const mailTopics = ['rounds', 'answers', 'comments'] as const;
export type MailTopic = (typeof mailTopics)[number];

const topics = {
  round_opened: 'rounds',
  round_extended: 'rounds',
  round_reopened: 'rounds',
  answer_waiting: 'answers',
  answer_returned: 'answers',
  comment_written: 'comments',
} as const satisfies Record<NoticeKind, MailTopic>;

export const topicOf = (kind: NoticeKind): MailTopic => topics[kind];
