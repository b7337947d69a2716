"""What comparing gave, made ready to be shown: the same values for the page and for the screen."""
