-- What no check of one row can see.
-- Functions keep the search path of today: a restore, which empties it, finds the tables.

CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_not_emptied" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RoundSnapshot_frozen" BEFORE UPDATE ON "RoundSnapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportRevision_append_only" BEFORE UPDATE ON "ReportRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A revision goes with its report, which is gone by then, and never alone.
CREATE FUNCTION refuse_lone_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Report" WHERE "id" = OLD."reportId") THEN
    RAISE EXCEPTION 'ReportRevision is append-only: DELETE refused' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER "ReportRevision_stays" BEFORE DELETE ON "ReportRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_lone_revision();

CREATE FUNCTION check_plan_year() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "CouncilTerm" WHERE "id" = NEW."councilTermId" AND NEW."year" BETWEEN "startYear" AND "endYear"
  ) THEN
    RAISE EXCEPTION 'The year % is not in the council term', NEW."year"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Plan_term_check';
  END IF;
  RETURN NEW;
END
$$;
CREATE CONSTRAINT TRIGGER "Plan_term_check" AFTER INSERT OR UPDATE OF "year", "councilTermId" ON "Plan"
  FOR EACH ROW EXECUTE FUNCTION check_plan_year();

CREATE FUNCTION check_measure_term() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Plan" JOIN "Goal" USING ("councilTermId") WHERE "Plan"."id" = NEW."planId" AND "Goal"."id" = NEW."goalId"
  ) OR NEW."termMeasureId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "TermMeasure"
    JOIN "Goal" ON "Goal"."id" = "TermMeasure"."goalId"
    JOIN "Plan" USING ("councilTermId")
    WHERE "TermMeasure"."id" = NEW."termMeasureId" AND "Plan"."id" = NEW."planId"
  ) THEN
    RAISE EXCEPTION 'The goal or the term measure is not of the plan''s council term'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Measure_term_check';
  END IF;
  RETURN NEW;
END
$$;
CREATE CONSTRAINT TRIGGER "Measure_term_check" AFTER INSERT OR UPDATE OF "planId", "goalId", "termMeasureId" ON "Measure"
  FOR EACH ROW EXECUTE FUNCTION check_measure_term();

CREATE FUNCTION check_report_plan() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Round"
    JOIN "Measure" USING ("planId")
    JOIN "Assignment" ON "Assignment"."measureId" = "Measure"."id"
    WHERE "Round"."id" = NEW."roundId" AND "Assignment"."id" = NEW."assignmentId"
  ) THEN
    RAISE EXCEPTION 'The round and the assignment are not of one plan'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Report_plan_check';
  END IF;
  RETURN NEW;
END
$$;
CREATE CONSTRAINT TRIGGER "Report_plan_check" AFTER INSERT OR UPDATE OF "roundId", "assignmentId" ON "Report"
  FOR EACH ROW EXECUTE FUNCTION check_report_plan();

CREATE FUNCTION check_finding_plan() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Finding" JOIN "Measure" USING ("planId")
    WHERE "Finding"."id" = NEW."findingId" AND "Measure"."id" = NEW."measureId"
  ) THEN
    RAISE EXCEPTION 'The finding and the measure are not of one plan'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'FindingMeasure_plan_check';
  END IF;
  RETURN NEW;
END
$$;
CREATE CONSTRAINT TRIGGER "FindingMeasure_plan_check" AFTER INSERT OR UPDATE ON "FindingMeasure"
  FOR EACH ROW EXECUTE FUNCTION check_finding_plan();
