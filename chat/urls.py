"""Addresses of conversations, media and health."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
