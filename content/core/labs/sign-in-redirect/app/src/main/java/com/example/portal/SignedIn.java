package com.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who is signed in, and the way through the sign-in for everybody else. */
@Component
public class SignedIn implements HandlerInterceptor, WebMvcConfigurer {

    private static final String FLAT = "flat";

    static String flat(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(FLAT);
    }

    static void begin(HttpServletRequest request, String flat) {
        request.getSession().setAttribute(FLAT, flat);
        request.changeSessionId();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/", "/statements/**", "/notices");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (flat(request) != null) {
            return true;
        }
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        return false;
    }
}
