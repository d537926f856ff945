import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabLanguage } from '#core/content/lab.ts';
import { createLabSandbox } from './lab-sandbox.ts';
import type { Sandbox, Submission } from './sandbox.ts';

const toolchains = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../.hotseat/toolchains');

export const sandboxForTests = (): Sandbox => createLabSandbox({ toolchains, keepWarm: false });

/** Asks the app for /report and fails with what it says unless it says "nothing". */
export const reportCheck = `
import { functional } from '#checks';
functional('report', 'The app answers and could do nothing', async (t) => {
  const report = await t.app.get('/report');
  t.expect(report.status === 200, 'an answer', report);
  t.expect(report.text === 'nothing', 'the app to have done nothing', report);
});
`;

const pythonApp = (attack: string): string => `
from flask import Flask
app = Flask(__name__)
done = []
${attack}

@app.get('/health')
def health():
    return 'ok'

@app.get('/report')
def report():
    return '; '.join(str(one) for one in done) or 'nothing'
`;

const javascriptApp = (attack: string): string => `
import express from 'express';
const app = express();
const done = [];
app.get('/health', (request, response) => response.send('ok'));
app.get('/report', (request, response) => response.send(done.join('; ') || 'nothing'));
app.listen(Number(process.env.PORT), '127.0.0.1');
${attack}
`;

const goApp = (attack: string): string => `
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

var done []string
var _ = []any{bytes.MinRead, exec.Command, syscall.Getpid, time.Now, fmt.Sprint, os.Getpid}

func attack() {
${attack}
}

func main() {
	attack()
	http.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "ok") })
	http.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		if len(done) == 0 {
			done = append(done, "nothing")
		}
		fmt.Fprint(w, strings.Join(done, "; "))
	})
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)
}
`;

const javaApp = (attack: string): string => `
package com.example;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.*;

@SpringBootApplication
@RestController
public class App {
    static final List<String> done = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        ${attack}
        SpringApplication.run(App.class, args);
    }

    @GetMapping("/health") String health() { return "ok"; }
    @GetMapping("/report") String report() { return done.isEmpty() ? "nothing" : String.join("; ", done); }
}
`;

const shapes = {
  python: { entry: 'main:app', files: (attack: string) => [{ path: 'main.py', content: pythonApp(attack) }] },
  javascript: {
    entry: 'main.js',
    files: (attack: string) => [
      { path: 'main.js', content: javascriptApp(attack) },
      { path: 'package.json', content: '{"type":"module"}' },
    ],
  },
  go: {
    entry: '.',
    files: (attack: string) => [
      { path: 'main.go', content: goApp(attack) },
      { path: 'go.mod', content: 'module example.com/app\n\ngo 1.21\n' },
    ],
  },
  java: {
    entry: 'com.example.App',
    files: (attack: string) => [{ path: 'src/main/java/com/example/App.java', content: javaApp(attack) }],
  },
} as const;

/** A small app in which code of the test's choice runs before it serves; `done` collects what it achieved. */
export function submissionWith(language: LabLanguage, attack: string, checks = reportCheck): Submission {
  const { entry, files } = shapes[language];
  return {
    language,
    app: files(attack),
    checks: [{ path: 'checks.js', content: checks }],
    run: { entry, ready: '/health', environment: {}, files: [], hosts: {} },
  };
}
