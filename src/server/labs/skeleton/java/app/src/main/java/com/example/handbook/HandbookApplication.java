package com.example.handbook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HandbookApplication {

    public static void main(String[] args) {
        SpringApplication.run(HandbookApplication.class, args);
    }
}
