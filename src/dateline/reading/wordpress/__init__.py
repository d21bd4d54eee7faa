"""What WordPress means by its posts: their content, media, translations and states."""
