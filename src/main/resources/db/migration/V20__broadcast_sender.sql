-- The unit whose broadcast it is: it stands above the words, also once they were read.
ALTER TABLE broadcast ADD COLUMN from_unit TEXT;
