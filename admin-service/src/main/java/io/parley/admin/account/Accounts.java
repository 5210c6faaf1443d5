package io.parley.admin.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All accounts. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<AccountRow, UUID> {}
