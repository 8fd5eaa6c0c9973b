"""Every address of the product."""

from django.contrib import admin
from django.urls import include, path

from chat.views import pages

handler400 = "chat.views.pages.unreadable"
handler403 = "chat.views.pages.refused"
handler404 = "chat.views.pages.missing"

urlpatterns = [
    path("accounts/", include("teams.account_urls")),
    path("admin/", admin.site.urls),
    path("favicon.ico", pages.favicon, name="favicon"),
    path("", include("teams.urls")),
    path("", include("chat.urls")),
]
