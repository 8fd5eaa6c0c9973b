"""Renderers: pure functions from a request and input files to one finished media file.

They run in a child process of the studio, know nothing of the wire, and report progress as they go.
"""

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report

__all__ = ["Progress", "RenderError", "RenderRequest", "RenderResult", "Report"]
