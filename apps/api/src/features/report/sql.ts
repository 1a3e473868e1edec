import { instant } from '../../platform/sql.ts';

// In these fragments PostgreSQL builds the JSON of the contract, as one value is cheaper than thousands of rows.

/** `CurrentReport`, of a report `r` and its author `u`; null while it has no light. */
export const currentSql = `
  case when r.progress is null then null else json_build_object(
    'version', r.version, 'progress', r.progress, 'note', r.note, 'evidence', r.evidence, 'confirmed', r.confirmed,
    'onBehalfOf', r."onBehalfOf", 'reportedAt', ${instant('r."submittedAt"')}, 'author', u."displayName") end`;

/** The fields of `Draft`, of a draft `d`. */
export const draftFieldsSql = `
  'id', d.id, 'version', d.version, 'baseVersion', d."baseVersion", 'progress', d.progress, 'note', d.note,
  'evidence', d.evidence, 'figures', d.figures, 'figureVersions', d."figureVersions", 'confirmed', d.confirmed, 'onBehalfOf', d."onBehalfOf",
  'updatedAt', ${instant('d."updatedAt"')}, 'sentAt', ${instant('d."sentAt"')},
  'returnedAt', ${instant('d."returnedAt"')}`;

/** `FigureValue`, of an indicator's value `v`; null also for a value marked as missing. */
export const figureValueSql = `
  case when v.id is null or v."isMissing" then null else json_build_object('kind', v.kind, 'value', case v.kind
    when 'number' then to_json(v.number::float8) when 'yes_no' then to_json(v."yesNo")
    when 'milestone' then to_json(v.milestone) when 'trend' then to_json(v.trend)
    else to_json(v.text->>'fi') end) end`;

/** The value of indicator `i` for the year in `period`, of all people in the whole municipality. */
export const figureJoinSql = (period: string): string => `
  left join "IndicatorValue" v on v."indicatorId" = i.id and v.period = ${period} and v."ageGroup" is null
    and v.sex is null and v.area = 'municipality'`;

/** Whether round `o` takes answers of assignment `a`: `lockOf` of the shared rules. A test compares the two. */
export const isOpenSql = (at: string): string => `(o.state = 'open' or o.state = 'closed' and exists (
  select from "RoundReopening" x where x."roundId" = o.id and x."departmentId" = a."departmentId"
    and x."endedAt" is null and x.until > ${at}))`;
