package com.example.carclub;

public enum Role {
    MEMBER,
    DISPATCHER
}
