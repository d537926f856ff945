package com.example.carclub;

import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"club.dispatch-token=desk", "club.key-safe-code=0000"})
@AutoConfigureMockMvc
class ProfileControllerTest {

    @Autowired
    private MockMvc mvc;

    private String bearer;

    @BeforeEach
    void join() throws Exception {
        String joined = mvc.perform(post("/api/members")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"new@example.org\", \"displayName\": \"New\"}"))
                .andReturn().getResponse().getContentAsString();
        bearer = "Bearer " + JsonPath.read(joined, "$.token");
    }

    @Test
    void changesOnlyWhatIsSent() throws Exception {
        mvc.perform(patch("/api/me").header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"phone\": \"+1 555 0100\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phone").value("+1 555 0100"))
                .andExpect(jsonPath("$.displayName").value("New"))
                .andExpect(jsonPath("$.city").value(nullValue()));
    }

    @Test
    void readsTheFormOfTheOldApps() throws Exception {
        mvc.perform(post("/api/me").header("Authorization", bearer)
                        .param("city", "Lund")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.city").value("Lund"));
    }

    @Test
    void refusesABlankName() throws Exception {
        mvc.perform(patch("/api/me").header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"displayName\": \" \"}"))
                .andExpect(status().isBadRequest());
    }
}
