"""Static files under hashed names, ES module imports included, compressed and cached for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """WhiteNoise's storage, which also rewrites `import` addresses inside our ES modules."""

    support_js_module_import_aggregation = True
