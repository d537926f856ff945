package com.example.portal;

public record Account(String name, String passwordHash, boolean disabled) {
}
