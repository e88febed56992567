"""The page's files; a package only so that they travel with an installed program."""
