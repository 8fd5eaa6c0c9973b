"""Addresses of conversations, media and health."""

from django.urls import path

from chat.views import conversations, export, files, health, messages, pages, uploads

urlpatterns = [
    path("", pages.home, name="home"),
    path("new", pages.new, name="conversation-new"),
    path("conversations/", pages.every_conversation, name="conversations"),
    path("trash/", pages.trash, name="trash"),
    path("c/<uuid:uuid>/", pages.conversation, name="conversation"),
    path("c/<uuid:uuid>/send", messages.send, name="send"),
    path("c/<uuid:uuid>/stop", messages.stop, name="stop"),
    path("c/<uuid:uuid>/queue/<uuid:message>/withdraw", messages.withdraw, name="withdraw"),
    path("c/<uuid:uuid>/queue/<uuid:message>/edit", messages.edit_queued, name="edit-queued"),
    path("c/<uuid:uuid>/rename", conversations.rename, name="rename"),
    path("c/<uuid:uuid>/access", conversations.set_access, name="set-access"),
    path("c/<uuid:uuid>/delete", conversations.delete, name="delete"),
    path("c/<uuid:uuid>/restore", conversations.restore, name="restore"),
    path("c/<uuid:uuid>/uploads", uploads.upload, name="upload"),
    path("c/<uuid:uuid>/uploads/<uuid:upload>/remove", uploads.remove, name="upload-remove"),
    path("c/<uuid:uuid>/runs/<uuid:run>/retry", messages.retry_run, name="retry-run"),
    path(
        "c/<uuid:uuid>/tool-calls/<uuid:call>/slots/<int:slot>/retry",
        messages.retry_slot,
        name="retry-slot",
    ),
    path(
        "c/<uuid:uuid>/tool-calls/<uuid:call>/slots/<int:slot>/preview",
        files.media_preview,
        name="media-preview",
    ),
    path("c/<uuid:uuid>/export.json", export.export, name="export"),
    path("u/<uuid:upload>/<slug:purpose>/", uploads.rendition, name="upload-rendition"),
    path("m/<uuid:item>/", files.media_file, name="media-file"),
    path("m/<uuid:item>/<slug:purpose>/", files.media_rendition, name="media-rendition"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
]
