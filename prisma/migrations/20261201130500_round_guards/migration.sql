-- What a council decided on stays: a snapshot is never changed, and never deleted either.
CREATE TRIGGER "RoundSnapshot_stays" BEFORE DELETE ON "RoundSnapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RoundSnapshot_not_emptied" BEFORE TRUNCATE ON "RoundSnapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The current round of a plan is the open one, so there is one at most. Two plans may each have one.
CREATE UNIQUE INDEX "Round_one_open_per_plan" ON "Round" ("planId") WHERE "state" = 'open';
