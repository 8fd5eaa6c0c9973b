"""Addresses about oneself."""

from django.urls import path

from teams import views

app_name = "teams"

urlpatterns = [
    path("accounts/link/", views.link, name="use_link"),
    path("accounts/link/<str:token>/", views.link, name="link"),
    path("usage/", views.usage, name="usage"),
    path("settings/theme/", views.theme, name="theme"),
]
