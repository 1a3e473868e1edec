-- AlterTable
ALTER TABLE "DisplayPairing" ADD COLUMN     "network" TEXT;
