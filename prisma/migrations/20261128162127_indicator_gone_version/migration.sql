-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "goneVersion" INTEGER NOT NULL DEFAULT 0;
