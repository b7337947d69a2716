"""From a document to its reading: words, windows, the network and what its numbers mean."""
