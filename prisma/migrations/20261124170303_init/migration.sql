-- CreateEnum
CREATE TYPE "DepartmentKind" AS ENUM ('department', 'working_group', 'partner', 'collective');

-- CreateEnum
CREATE TYPE "Tone" AS ENUM ('positive', 'negative');

-- CreateEnum
CREATE TYPE "IndicatorKind" AS ENUM ('number', 'yes_no', 'milestone', 'trend', 'text');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('up_is_good', 'down_is_good', 'neutral');

-- CreateEnum
CREATE TYPE "Trend" AS ENUM ('up', 'flat', 'down');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male');

-- CreateEnum
CREATE TYPE "Area" AS ENUM ('municipality', 'region', 'country');

-- CreateEnum
CREATE TYPE "AgeGroup" AS ENUM ('children_youth', 'working_age', 'older_people', 'all_ages');

-- CreateEnum
CREATE TYPE "Recurrence" AS ENUM ('one_off', 'continuous', 'yearly');

-- CreateEnum
CREATE TYPE "Progress" AS ENUM ('not_started', 'in_progress', 'done');

-- CreateEnum
CREATE TYPE "BoardAccess" AS ENUM ('public', 'signed_in');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('planned', 'open', 'closed');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('reporter', 'approver', 'coordinator', 'leader', 'admin');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "DepartmentKind" NOT NULL,
    "name" JSONB NOT NULL,
    "shortName" JSONB,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "successorId" UUID,
    "validFrom" DATE,
    "validTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Display" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "pairedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Display_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "tone" "Tone" NOT NULL,
    "text" JSONB NOT NULL,
    "period" TEXT,
    "ageGroups" "AgeGroup"[] DEFAULT ARRAY[]::"AgeGroup"[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingIndicator" (
    "municipalityId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "FindingIndicator_pkey" PRIMARY KEY ("findingId","indicatorId")
);

-- CreateTable
CREATE TABLE "FindingMeasure" (
    "municipalityId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "measureId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "FindingMeasure_pkey" PRIMARY KEY ("findingId","measureId")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "councilTermId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "shortName" JSONB NOT NULL,
    "name" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermMeasure" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "partiesText" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TermMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermIndicator" (
    "municipalityId" UUID NOT NULL,
    "termMeasureId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "TermIndicator_pkey" PRIMARY KEY ("termMeasureId","indicatorId")
);

-- CreateTable
CREATE TABLE "GoalIndicator" (
    "municipalityId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "GoalIndicator_pkey" PRIMARY KEY ("goalId","indicatorId")
);

-- CreateTable
CREATE TABLE "IndicatorSet" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IndicatorSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "setId" UUID,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "unit" JSONB,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "direction" "Direction" NOT NULL DEFAULT 'neutral',
    "source" JSONB,
    "sourceId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorValue" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "order" INTEGER NOT NULL,
    "period" TEXT,
    "ageGroup" "AgeGroup",
    "sex" "Sex",
    "area" "Area" NOT NULL DEFAULT 'municipality',
    "number" DECIMAL(18,6),
    "yesNo" BOOLEAN,
    "milestone" TEXT,
    "trend" "Trend",
    "text" JSONB,
    "isMissing" BOOLEAN NOT NULL DEFAULT false,
    "note" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IndicatorValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorTarget" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "number" DECIMAL(18,6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IndicatorTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "termMeasureId" UUID,
    "order" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "ageGroup" "AgeGroup",
    "title" JSONB NOT NULL,
    "officialText" JSONB,
    "isNew" BOOLEAN NOT NULL DEFAULT false,
    "recurrence" "Recurrence" NOT NULL DEFAULT 'one_off',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "measureId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureIndicator" (
    "municipalityId" UUID NOT NULL,
    "measureId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "MeasureIndicator_pkey" PRIMARY KEY ("measureId","indicatorId")
);

-- CreateTable
CREATE TABLE "MeasureIndicatorSet" (
    "municipalityId" UUID NOT NULL,
    "measureId" UUID NOT NULL,
    "indicatorSetId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "MeasureIndicatorSet_pkey" PRIMARY KEY ("measureId","indicatorSetId")
);

-- CreateTable
CREATE TABLE "Municipality" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT,
    "name" JSONB NOT NULL,
    "isFictional" BOOLEAN NOT NULL DEFAULT false,
    "boardAccess" "BoardAccess" NOT NULL DEFAULT 'public',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilTerm" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CouncilTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "councilTermId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "PlanStatus" NOT NULL DEFAULT 'draft',
    "focus" JSONB NOT NULL DEFAULT '[]',
    "source" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "progress" "Progress",
    "note" JSONB,
    "evidence" JSONB,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "onBehalfOf" TEXT,
    "authorId" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRevision" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "progress" "Progress",
    "note" JSONB,
    "evidence" JSONB,
    "confirmed" BOOLEAN NOT NULL,
    "onBehalfOf" TEXT,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "periodAssessed" JSONB NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "state" "RoundState" NOT NULL DEFAULT 'planned',
    "decisionDate" DATE,
    "decisionSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundSnapshot" (
    "roundId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "rows" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoundSnapshot_pkey" PRIMARY KEY ("roundId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fi',
    "passwordHash" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "departmentId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_municipalityId_sequence_key" ON "AuditEntry"("municipalityId", "sequence");

-- CreateIndex
CREATE INDEX "Department_successorId_municipalityId_idx" ON "Department"("successorId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Department_municipalityId_slug_key" ON "Department"("municipalityId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Department_id_municipalityId_key" ON "Department"("id", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Display_tokenHash_key" ON "Display"("tokenHash");

-- CreateIndex
CREATE INDEX "Display_municipalityId_idx" ON "Display"("municipalityId");

-- CreateIndex
CREATE INDEX "Finding_planId_municipalityId_idx" ON "Finding"("planId", "municipalityId");

-- CreateIndex
CREATE INDEX "Finding_municipalityId_idx" ON "Finding"("municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_planId_slug_key" ON "Finding"("planId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_id_municipalityId_key" ON "Finding"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "FindingIndicator_findingId_municipalityId_idx" ON "FindingIndicator"("findingId", "municipalityId");

-- CreateIndex
CREATE INDEX "FindingIndicator_indicatorId_municipalityId_idx" ON "FindingIndicator"("indicatorId", "municipalityId");

-- CreateIndex
CREATE INDEX "FindingMeasure_findingId_municipalityId_idx" ON "FindingMeasure"("findingId", "municipalityId");

-- CreateIndex
CREATE INDEX "FindingMeasure_measureId_municipalityId_idx" ON "FindingMeasure"("measureId", "municipalityId");

-- CreateIndex
CREATE INDEX "Goal_councilTermId_municipalityId_idx" ON "Goal"("councilTermId", "municipalityId");

-- CreateIndex
CREATE INDEX "Goal_municipalityId_idx" ON "Goal"("municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Goal_councilTermId_slug_key" ON "Goal"("councilTermId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Goal_id_municipalityId_key" ON "Goal"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "TermMeasure_goalId_municipalityId_idx" ON "TermMeasure"("goalId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "TermMeasure_goalId_code_key" ON "TermMeasure"("goalId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "TermMeasure_id_municipalityId_key" ON "TermMeasure"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "TermIndicator_termMeasureId_municipalityId_idx" ON "TermIndicator"("termMeasureId", "municipalityId");

-- CreateIndex
CREATE INDEX "TermIndicator_indicatorId_municipalityId_idx" ON "TermIndicator"("indicatorId", "municipalityId");

-- CreateIndex
CREATE INDEX "GoalIndicator_goalId_municipalityId_idx" ON "GoalIndicator"("goalId", "municipalityId");

-- CreateIndex
CREATE INDEX "GoalIndicator_indicatorId_municipalityId_idx" ON "GoalIndicator"("indicatorId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorSet_municipalityId_slug_key" ON "IndicatorSet"("municipalityId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorSet_id_municipalityId_key" ON "IndicatorSet"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "Indicator_setId_municipalityId_idx" ON "Indicator"("setId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_municipalityId_slug_key" ON "Indicator"("municipalityId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_id_municipalityId_key" ON "Indicator"("id", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_id_municipalityId_kind_key" ON "Indicator"("id", "municipalityId", "kind");

-- CreateIndex
CREATE INDEX "IndicatorValue_indicatorId_municipalityId_kind_idx" ON "IndicatorValue"("indicatorId", "municipalityId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorValue_indicatorId_period_ageGroup_sex_area_key" ON "IndicatorValue"("indicatorId", "period", "ageGroup", "sex", "area");

-- CreateIndex
CREATE INDEX "IndicatorTarget_indicatorId_municipalityId_idx" ON "IndicatorTarget"("indicatorId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorTarget_indicatorId_period_key" ON "IndicatorTarget"("indicatorId", "period");

-- CreateIndex
CREATE INDEX "Measure_planId_municipalityId_idx" ON "Measure"("planId", "municipalityId");

-- CreateIndex
CREATE INDEX "Measure_goalId_municipalityId_idx" ON "Measure"("goalId", "municipalityId");

-- CreateIndex
CREATE INDEX "Measure_termMeasureId_municipalityId_idx" ON "Measure"("termMeasureId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Measure_planId_code_key" ON "Measure"("planId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Measure_id_municipalityId_key" ON "Measure"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "Assignment_measureId_municipalityId_idx" ON "Assignment"("measureId", "municipalityId");

-- CreateIndex
CREATE INDEX "Assignment_departmentId_municipalityId_idx" ON "Assignment"("departmentId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_measureId_departmentId_key" ON "Assignment"("measureId", "departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_id_municipalityId_key" ON "Assignment"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "MeasureIndicator_measureId_municipalityId_idx" ON "MeasureIndicator"("measureId", "municipalityId");

-- CreateIndex
CREATE INDEX "MeasureIndicator_indicatorId_municipalityId_idx" ON "MeasureIndicator"("indicatorId", "municipalityId");

-- CreateIndex
CREATE INDEX "MeasureIndicatorSet_measureId_municipalityId_idx" ON "MeasureIndicatorSet"("measureId", "municipalityId");

-- CreateIndex
CREATE INDEX "MeasureIndicatorSet_indicatorSetId_municipalityId_idx" ON "MeasureIndicatorSet"("indicatorSetId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_slug_key" ON "Municipality"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_code_key" ON "Municipality"("code");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilTerm_municipalityId_startYear_key" ON "CouncilTerm"("municipalityId", "startYear");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilTerm_id_municipalityId_key" ON "CouncilTerm"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "Plan_councilTermId_municipalityId_idx" ON "Plan"("councilTermId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_municipalityId_year_key" ON "Plan"("municipalityId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_id_municipalityId_key" ON "Plan"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "Report_roundId_municipalityId_idx" ON "Report"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "Report_assignmentId_municipalityId_idx" ON "Report"("assignmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "Report_authorId_idx" ON "Report"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_roundId_assignmentId_key" ON "Report"("roundId", "assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_id_municipalityId_key" ON "Report"("id", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportRevision_reportId_municipalityId_idx" ON "ReportRevision"("reportId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportRevision_authorId_idx" ON "ReportRevision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRevision_reportId_version_key" ON "ReportRevision"("reportId", "version");

-- CreateIndex
CREATE INDEX "Round_planId_municipalityId_idx" ON "Round"("planId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_planId_slug_key" ON "Round"("planId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Round_planId_order_key" ON "Round"("planId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Round_id_municipalityId_key" ON "Round"("id", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "RoundSnapshot_roundId_municipalityId_key" ON "RoundSnapshot"("roundId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_issuer_subject_key" ON "User"("issuer", "subject");

-- CreateIndex
CREATE INDEX "Membership_municipalityId_idx" ON "Membership"("municipalityId");

-- CreateIndex
CREATE INDEX "Membership_departmentId_municipalityId_idx" ON "Membership"("departmentId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_municipalityId_role_departmentId_key" ON "Membership"("userId", "municipalityId", "role", "departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_successorId_municipalityId_fkey" FOREIGN KEY ("successorId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Display" ADD CONSTRAINT "Display_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_planId_municipalityId_fkey" FOREIGN KEY ("planId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingIndicator" ADD CONSTRAINT "FindingIndicator_findingId_municipalityId_fkey" FOREIGN KEY ("findingId", "municipalityId") REFERENCES "Finding"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingIndicator" ADD CONSTRAINT "FindingIndicator_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingMeasure" ADD CONSTRAINT "FindingMeasure_findingId_municipalityId_fkey" FOREIGN KEY ("findingId", "municipalityId") REFERENCES "Finding"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingMeasure" ADD CONSTRAINT "FindingMeasure_measureId_municipalityId_fkey" FOREIGN KEY ("measureId", "municipalityId") REFERENCES "Measure"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_councilTermId_municipalityId_fkey" FOREIGN KEY ("councilTermId", "municipalityId") REFERENCES "CouncilTerm"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermMeasure" ADD CONSTRAINT "TermMeasure_goalId_municipalityId_fkey" FOREIGN KEY ("goalId", "municipalityId") REFERENCES "Goal"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermIndicator" ADD CONSTRAINT "TermIndicator_termMeasureId_municipalityId_fkey" FOREIGN KEY ("termMeasureId", "municipalityId") REFERENCES "TermMeasure"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermIndicator" ADD CONSTRAINT "TermIndicator_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalIndicator" ADD CONSTRAINT "GoalIndicator_goalId_municipalityId_fkey" FOREIGN KEY ("goalId", "municipalityId") REFERENCES "Goal"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalIndicator" ADD CONSTRAINT "GoalIndicator_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorSet" ADD CONSTRAINT "IndicatorSet_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_setId_municipalityId_fkey" FOREIGN KEY ("setId", "municipalityId") REFERENCES "IndicatorSet"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_indicatorId_municipalityId_kind_fkey" FOREIGN KEY ("indicatorId", "municipalityId", "kind") REFERENCES "Indicator"("id", "municipalityId", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_planId_municipalityId_fkey" FOREIGN KEY ("planId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_goalId_municipalityId_fkey" FOREIGN KEY ("goalId", "municipalityId") REFERENCES "Goal"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_termMeasureId_municipalityId_fkey" FOREIGN KEY ("termMeasureId", "municipalityId") REFERENCES "TermMeasure"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_measureId_municipalityId_fkey" FOREIGN KEY ("measureId", "municipalityId") REFERENCES "Measure"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureIndicator" ADD CONSTRAINT "MeasureIndicator_measureId_municipalityId_fkey" FOREIGN KEY ("measureId", "municipalityId") REFERENCES "Measure"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureIndicator" ADD CONSTRAINT "MeasureIndicator_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureIndicatorSet" ADD CONSTRAINT "MeasureIndicatorSet_measureId_municipalityId_fkey" FOREIGN KEY ("measureId", "municipalityId") REFERENCES "Measure"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureIndicatorSet" ADD CONSTRAINT "MeasureIndicatorSet_indicatorSetId_municipalityId_fkey" FOREIGN KEY ("indicatorSetId", "municipalityId") REFERENCES "IndicatorSet"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilTerm" ADD CONSTRAINT "CouncilTerm_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_councilTermId_municipalityId_fkey" FOREIGN KEY ("councilTermId", "municipalityId") REFERENCES "CouncilTerm"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_reportId_municipalityId_fkey" FOREIGN KEY ("reportId", "municipalityId") REFERENCES "Report"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_planId_municipalityId_fkey" FOREIGN KEY ("planId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundSnapshot" ADD CONSTRAINT "RoundSnapshot_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
