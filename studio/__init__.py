"""The local studio: a server that speaks Sogni's wire protocol and makes real files without any AI model."""
