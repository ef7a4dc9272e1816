"""Briefs, quotations, segments and clean text of Arabic articles."""
