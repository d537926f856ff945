package com.example.carclub;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public class Member {

    private long id;
    private String email;

    @NotBlank
    @Size(max = 60)
    private String displayName;

    @Pattern(regexp = "\\+?[0-9 ()/-]{5,25}")
    private String phone;

    @Size(max = 80)
    private String city;

    private boolean newsletter;
    private Role role = Role.MEMBER;
    private boolean licenseVerified;
    private Account account = new Account();

    Member copy() {
        Member copy = new Member();
        copy.id = id;
        copy.email = email;
        copy.displayName = displayName;
        copy.phone = phone;
        copy.city = city;
        copy.newsletter = newsletter;
        copy.role = role;
        copy.licenseVerified = licenseVerified;
        copy.account = account.copy();
        return copy;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public boolean isNewsletter() {
        return newsletter;
    }

    public void setNewsletter(boolean newsletter) {
        this.newsletter = newsletter;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isLicenseVerified() {
        return licenseVerified;
    }

    public void setLicenseVerified(boolean licenseVerified) {
        this.licenseVerified = licenseVerified;
    }

    public Account getAccount() {
        return account;
    }

    public void setAccount(Account account) {
        this.account = account;
    }
}
