-- CreateEnum
CREATE TYPE "DisplayScene" AS ENUM ('plan', 'goals', 'changes', 'indicators', 'late', 'findings');

-- CreateEnum
CREATE TYPE "DisplayTheme" AS ENUM ('dark', 'light');

-- AlterTable
ALTER TABLE "Display" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'fi',
ADD COLUMN     "nightFrom" TEXT,
ADD COLUMN     "nightTo" TEXT,
ADD COLUMN     "presenter" JSONB,
ADD COLUMN     "scenes" "DisplayScene"[] DEFAULT ARRAY['plan', 'goals', 'changes', 'indicators', 'late', 'findings']::"DisplayScene"[],
ADD COLUMN     "seconds" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "theme" "DisplayTheme" NOT NULL DEFAULT 'dark',
ADD COLUMN     "year" INTEGER;

-- CreateTable
CREATE TABLE "MeasureDecision" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "measureCode" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "meeting" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeasureDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisplayPairing" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DisplayPairing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MeasureDecision_planId_municipalityId_decidedOn_idx" ON "MeasureDecision"("planId", "municipalityId", "decidedOn");

-- CreateIndex
CREATE INDEX "MeasureDecision_authorId_idx" ON "MeasureDecision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "DisplayPairing_code_key" ON "DisplayPairing"("code");

-- CreateIndex
CREATE UNIQUE INDEX "DisplayPairing_tokenHash_key" ON "DisplayPairing"("tokenHash");

-- CreateIndex
CREATE INDEX "DisplayPairing_expiresAt_idx" ON "DisplayPairing"("expiresAt");

-- AddForeignKey
ALTER TABLE "MeasureDecision" ADD CONSTRAINT "MeasureDecision_planId_municipalityId_fkey" FOREIGN KEY ("planId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureDecision" ADD CONSTRAINT "MeasureDecision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
