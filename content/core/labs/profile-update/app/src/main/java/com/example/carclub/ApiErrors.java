package com.example.carclub;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class ApiErrors {

    @ExceptionHandler
    ProblemDetail refused(Refused error) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(error.status()), error.getMessage());
    }
}
