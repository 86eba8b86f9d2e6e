import { Migration } from '@mikro-orm/migrations';

export class Migration20261121063204_identity extends Migration {
  override name = 'Migration20261121063204_identity';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "api_keys" ("id" uuid not null, "tenant_id" uuid not null, "name" varchar(255) not null, "prefix" varchar(16) not null, "key_hash" varchar(64) not null, "scopes" jsonb not null, "created_by" uuid not null, "created_at" timestamptz not null default now(), "expires_at" timestamptz null, "last_used_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "api_keys" add constraint "api_keys_key_hash_unique" unique ("key_hash");`);
    this.addSql(`create index "api_keys_by_time" on "api_keys" ("tenant_id", "created_at", "id");`);

    this.addSql(
      `create table "audit_events" ("id" uuid not null, "tenant_id" uuid not null, "actor" text not null, "actor_id" text null, "actor_name" text null, "action" text not null, "target_type" text not null, "target_id" text not null, "address" text null, "user_agent" text null, "request_id" text null, "before" jsonb null, "after" jsonb null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "audit_events_by_time" on "audit_events" ("tenant_id", "created_at", "id");`);
    this.addSql(`create index "audit_events_by_target" on "audit_events" ("tenant_id", "target_type", "target_id");`);

    this.addSql(
      `create table "idempotency_keys" ("tenant_id" uuid not null, "actor" varchar(255) not null, "key" varchar(255) not null, "request_hash" varchar(64) not null, "status" int null, "sealed_body" text null, "locked_until" timestamptz not null, "expires_at" timestamptz not null, primary key ("tenant_id", "actor", "key"));`,
    );
    this.addSql(`create index "idempotency_keys_expires_at_index" on "idempotency_keys" ("expires_at");`);

    this.addSql(
      `create table "rate_limits" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`,
    );

    this.addSql(
      `create table "refresh_tokens" ("id" uuid not null, "tenant_id" uuid not null, "session_id" uuid not null, "token_hash" varchar(64) not null, "created_at" timestamptz not null default now(), "used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "refresh_tokens_session_id_index" on "refresh_tokens" ("session_id");`);
    this.addSql(
      `alter table "refresh_tokens" add constraint "refresh_tokens_token_hash_unique" unique ("token_hash");`,
    );

    this.addSql(
      `create table "sessions" ("id" uuid not null, "tenant_id" uuid not null, "user_id" uuid not null, "address" text not null, "user_agent" text not null, "created_at" timestamptz not null default now(), "last_used_at" timestamptz not null default now(), "expires_at" timestamptz not null, "revoked_at" timestamptz null, "revoked_because" text null, primary key ("id"));`,
    );
    this.addSql(`create index "sessions_by_user" on "sessions" ("tenant_id", "user_id");`);

    this.addSql(
      `create table "user_tokens" ("id" uuid not null, "tenant_id" uuid not null, "user_id" uuid not null, "purpose" text not null, "token_hash" varchar(64) not null, "created_at" timestamptz not null default now(), "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "user_tokens" add constraint "user_tokens_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "user_tokens_by_user" on "user_tokens" ("tenant_id", "user_id");`);

    this.addSql(`alter table "users" drop constraint "users_role_check";`);
    this.addSql(`alter table "users" add "deactivated_at" timestamptz null;`);
    this.addSql(`alter table "users" alter column "password_hash" drop not null;`);
    this.addSql(
      `alter table "users" add constraint "users_role_check" check ("role" in ('owner', 'admin', 'dispatcher', 'viewer', 'privacy_officer'));`,
    );

    this.addSql(`alter table "api_keys" enable row level security;`);
    this.addSql(`alter table "api_keys" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "api_keys" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "api_keys" to "receptionist_system" using (true) with check (true);`);

    this.addSql(
      `alter table "audit_events" add constraint "audit_events_actor_check" check ("actor" in ('user', 'api_key', 'operator', 'system'));`,
    );
    this.addSql(`alter table "audit_events" enable row level security;`);
    this.addSql(`alter table "audit_events" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "audit_events" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "audit_events" to "receptionist_system" using (true) with check (true);`);

    this.addSql(`alter table "idempotency_keys" enable row level security;`);
    this.addSql(`alter table "idempotency_keys" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "idempotency_keys" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "idempotency_keys" to "receptionist_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "rate_limits" enable row level security;`);
    this.addSql(`alter table "rate_limits" force row level security;`);
    this.addSql(`create policy "system" on "rate_limits" to "receptionist_system" using (true) with check (true);`);

    this.addSql(`alter table "refresh_tokens" enable row level security;`);
    this.addSql(`alter table "refresh_tokens" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "refresh_tokens" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "refresh_tokens" to "receptionist_system" using (true) with check (true);`);

    this.addSql(
      `alter table "sessions" add constraint "sessions_revoked_because_check" check ("revoked_because" in ('signed_out', 'refresh_reused', 'password_changed', 'deactivated'));`,
    );
    this.addSql(`alter table "sessions" enable row level security;`);
    this.addSql(`alter table "sessions" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "sessions" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "sessions" to "receptionist_system" using (true) with check (true);`);

    this.addSql(
      `alter table "user_tokens" add constraint "user_tokens_purpose_check" check ("purpose" in ('invitation', 'password_reset'));`,
    );
    this.addSql(`alter table "user_tokens" enable row level security;`);
    this.addSql(`alter table "user_tokens" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "user_tokens" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "user_tokens" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "api_keys" cascade;`);
    this.addSql(`drop table if exists "audit_events" cascade;`);
    this.addSql(`drop table if exists "idempotency_keys" cascade;`);
    this.addSql(`drop table if exists "rate_limits" cascade;`);
    this.addSql(`drop table if exists "refresh_tokens" cascade;`);
    this.addSql(`drop table if exists "sessions" cascade;`);
    this.addSql(`drop table if exists "user_tokens" cascade;`);

    this.addSql(`alter table "users" drop constraint "users_role_check";`);
    this.addSql(`alter table "users" drop column "deactivated_at";`);
    this.addSql(`alter table "users" alter column "password_hash" set not null;`);
    this.addSql(`alter table "users" add constraint "users_role_check" check ("role" in ('owner', 'admin'));`);
  }
}
