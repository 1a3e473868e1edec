import type pg from 'pg';

export type Row = Record<string, unknown>;

/** An id that names its municipality: `idOf('a', 7)`. */
export const idOf = (municipality: 'a' | 'b', number: number): string =>
  `00000000-0000-7000-8000-${municipality}${String(number).padStart(11, '0')}`;

const text = (fi: string) => ({ fi });
const hash = `\\x${'0a'.repeat(32)}`;

/**
 * One valid row of every table, in an order in which they can be inserted.
 * The two municipalities differ in every key, so that the rows of both can be inserted.
 */
export function rowsOf(municipality: 'a' | 'b'): [table: string, row: Row][] {
  const id = (number: number) => idOf(municipality, number);
  const own = { municipalityId: id(1) };
  const at = (number: number) => ({ id: id(number), ...own });
  const order = { order: municipality === 'a' ? 0 : 1 };
  const slug = (name: string) => `${name}-${municipality}`;
  const note = { note: text('Etenee'), evidence: text('Pöytäkirja'), progress: 'in_progress', confirmed: true };
  const sent = { ...note, onBehalfOf: 'Rehtori', authorId: id(2) };
  return [
    [
      'Municipality',
      { id: id(1), slug: slug('kunta'), code: municipality === 'a' ? '286' : '999', name: text('Kunta') },
    ],
    [
      'User',
      {
        id: id(2),
        email: `${municipality}@kunta.example`,
        displayName: 'Aino',
        passwordHash: '$argon2id$x',
      },
    ],
    ['CouncilTerm', { ...at(3), startYear: 2021, endYear: 2025 }],
    [
      'Plan',
      { ...at(4), councilTermId: id(3), year: 2024, focus: [text('Kaventaminen')], source: text('Suunnitelma') },
    ],
    [
      'Goal',
      {
        ...at(5),
        councilTermId: id(3),
        ...order,
        slug: slug('osallisuus'),
        shortName: text('Osallisuus'),
        name: text('Osallisuus'),
      },
    ],
    [
      'TermMeasure',
      { ...at(6), goalId: id(5), ...order, code: slug('k'), text: text('Lisätään'), partiesText: text('Koulut') },
    ],
    ['Department', { ...at(7), ...order, slug: slug('seuraaja'), kind: 'partner', name: text('Seuraaja') }],
    [
      'Department',
      {
        ...at(8),
        ...order,
        slug: slug('perusopetus'),
        kind: 'department',
        name: text('Perusopetus'),
        shortName: text('Peru'),
        aliases: ['Peruopetus'],
        successorId: id(7),
        validFrom: '2021-01-01',
        validTo: '2024-12-31',
      },
    ],
    ['IndicatorSet', { ...at(9), ...order, slug: slug('paihdeindikaattorit'), name: text('Päihdeindikaattorit') }],
    [
      'Indicator',
      {
        ...at(10),
        setId: id(9),
        ...order,
        slug: slug('tyottomyys'),
        name: text('Työttömyys'),
        kind: 'number',
        unit: text('%'),
        decimals: 1,
        source: text('Tilasto'),
        sourceId: '189',
      },
    ],
    [
      'IndicatorValue',
      {
        ...at(11),
        indicatorId: id(10),
        kind: 'number',
        ...order,
        period: municipality === 'a' ? '2022-12' : '2022-11',
        number: 10.7,
        note: text('Joulukuu'),
      },
    ],
    ['IndicatorTarget', { ...at(12), indicatorId: id(10), period: municipality === 'a' ? '2025' : '2024', number: 9 }],
    [
      'IndicatorBreak',
      {
        ...at(31),
        indicatorId: id(10),
        period: municipality === 'a' ? '2021' : '2020',
        note: text('Uusi tapa laskea'),
      },
    ],
    ['TermIndicator', { ...own, termMeasureId: id(6), indicatorId: id(10), ...order }],
    ['GoalIndicator', { ...own, goalId: id(5), indicatorId: id(10), ...order }],
    [
      'Measure',
      {
        ...at(13),
        planId: id(4),
        goalId: id(5),
        termMeasureId: id(6),
        ...order,
        code: slug('m'),
        title: text('Nuorten äänet'),
        officialText: text('Vahvistetaan'),
      },
    ],
    ['MeasureIndicator', { ...own, measureId: id(13), indicatorId: id(10), ...order }],
    ['MeasureIndicatorSet', { ...own, measureId: id(13), indicatorSetId: id(9), ...order }],
    ['Assignment', { ...at(14), measureId: id(13), departmentId: id(8), ...order }],
    [
      'Round',
      {
        ...at(15),
        planId: id(4),
        ...order,
        slug: slug('kevat'),
        name: text('Kevät'),
        periodAssessed: text('2023'),
        // A plan has one open round, also where a row is moved to the other plan.
        state: municipality === 'a' ? 'open' : 'planned',
        opensAt: '2024-03-01T00:00:00Z',
        closesAt: '2024-04-01T00:00:00Z',
        decisionDate: '2024-05-20',
        decisionSection: '§ 44',
      },
    ],
    ['Report', { ...at(16), roundId: id(15), assignmentId: id(14), ...sent }],
    ['ReportRevision', { ...at(17), reportId: id(16), version: order.order + 1, ...sent }],
    ['RoundSnapshot', { ...own, roundId: id(15), number: 1, rows: [], hash, takenAt: '2024-04-02T00:00:00Z' }],
    ...roundRows(municipality),
    [
      'Finding',
      {
        ...at(18),
        planId: id(4),
        ...order,
        slug: slug('laskua'),
        tone: 'positive',
        text: text('Laskee'),
        period: '2021-2023',
        ageGroups: ['all_ages'],
      },
    ],
    ['FindingIndicator', { ...own, findingId: id(18), indicatorId: id(10), ...order }],
    ['FindingMeasure', { ...own, findingId: id(18), measureId: id(13), ...order }],
    ['Membership', { ...at(19), userId: id(2), role: 'reporter', departmentId: id(8) }],
    [
      'Session',
      {
        id: id(20),
        userId: id(2),
        tokenHash: `\\x${municipality}a${'01'.repeat(31)}`,
        method: 'password',
        userAgent: 'Firefox',
        expiresAt: '2030-01-01T00:00:00Z',
      },
    ],
    [
      'Display',
      {
        ...at(21),
        room: 'Valtuustosali',
        tokenHash: `\\x${municipality}b${'01'.repeat(31)}`,
        scenes: ['plan', 'changes'],
        nightFrom: '22:00',
        nightTo: '06:30',
        year: 2024,
        presenter: { sequence: 1 },
      },
    ],
    [
      'DisplayPairing',
      {
        id: id(40),
        code: municipality === 'a' ? 'ABCD2345' : 'WXYZ6789',
        tokenHash: `\\x${municipality}c${'01'.repeat(31)}`,
        createdAt: '2026-01-01T00:00:00Z',
        expiresAt: '2026-01-01T00:10:00Z',
      },
    ],
    [
      'MeasureDecision',
      {
        ...at(41),
        planId: id(4),
        measureCode: slug('m'),
        text: 'Selvitetään rahoitus',
        decidedOn: '2026-01-15',
        meeting: 'Johtoryhmä',
        authorId: id(2),
      },
    ],
    ['AuditEntry', { ...at(22), sequence: 1, action: 'plan:update', subject: 'plan', previousHash: hash, hash }],
    ['MunicipalityLogo', { ...own, type: 'image/png', data: '\\x89', hash: '0123456789abcdef' }],
    ['OneTimeLink', { id: id(23), userId: id(2), kind: 'reset', expiresAt: '2030-01-01T00:00:00Z' }],
    [
      'SignInFlow',
      {
        browserHash: `\\x${municipality}c${'01'.repeat(31)}`,
        state: 's',
        nonce: 'n',
        codeVerifier: 'v',
        returnTo: '/',
        expiresAt: '2030-01-01T00:00:00Z',
      },
    ],
    ['IdentityMapping', { ...at(24), claim: 'groups', value: 'Peru', role: 'reporter', departmentId: id(8) }],
    ['RateLimit', { key: `account:${municipality}`, points: 1 }],
    ['DemoMail', { id: id(25), to: `${municipality}@kunta.example`, subject: 'Kutsu', text: 'Tervetuloa' }],
  ];
}

/** Drafts, comments, visits and reminders of a round. */
function roundRows(municipality: 'a' | 'b'): [table: string, row: Row][] {
  const id = (number: number) => idOf(municipality, number);
  const own = { municipalityId: id(1), roundId: id(15) };
  const [began, later] = ['2024-03-02T00:00:00Z', '2024-03-03T00:00:00Z'];
  const written = { ...own, assignmentId: id(14), authorId: id(2) };
  const told = { kind: 'comment_written', commentId: id(28), createdAt: later, tellAt: later, isUrgent: false };
  return [
    [
      'RoundReopening',
      { ...own, id: id(26), departmentId: id(8), reason: 'Unohtui', authorId: id(2), createdAt: began, until: later },
    ],
    [
      'ReportDraft',
      {
        ...written,
        id: id(27),
        progress: 'done',
        note: 'Kesk',
        evidence: '',
        figures: { luku: '2 0' },
        confirmed: false,
        onBehalfOf: '',
        baseVersion: 0,
        version: 1,
        updatedAt: later,
      },
    ],
    ['ReportComment', { ...written, id: id(28), text: 'Tarkentaisitko?', createdAt: later }],
    ['ReportVisit', { ...own, departmentId: id(8), userId: id(2), firstAt: began, lastAt: later }],
    [
      'Reminder',
      {
        id: id(29),
        recipient: `user:${id(2)}`,
        userId: id(2),
        day: '2024-03-25',
        state: 'sent',
        createdAt: began,
        sentAt: later,
      },
    ],
    ['Notice', { ...own, ...told, id: id(50), departmentId: id(8), userId: id(2), assignmentId: id(14) }],
    ['NoticeMail', { id: id(51), userId: id(2), jobId: '1', state: 'sent', createdAt: later, sentAt: later }],
    ['ReminderItem', { ...own, reminderId: id(29), departmentId: id(8), missing: 3, isManual: false }],
  ];
}

export async function insertRow(client: pg.Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1)`,
    [JSON.stringify(row)],
  );
}
