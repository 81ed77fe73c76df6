import { query } from '../backstage.ts';

/** Every row of the served site's database, put aside and brought back: for tests that press whatever there is. */

const tables = `select nspname as schema, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in ('public', 'auth', 'storage') and relkind = 'r'`;

export const putRowsAside = () =>
  query(`do $$ declare one record; begin
    drop schema if exists aside cascade;
    create schema aside;
    for one in ${tables} loop
      execute format('create table aside.%I as table %I.%I', one.schema || ' ' || one.name, one.schema, one.name);
    end loop;
  end $$`);

/** The rows of a table that were not there, or not like this, when the rows were put aside. */
export const rowsSince = (table: string) => `select to_jsonb(one) as row from public.${table} one
  except select to_jsonb(one) from aside."public ${table}" one`;

export const bringRowsBack = () =>
  query(`do $$ declare one record; columns text; begin
    perform set_config('session_replication_role', 'replica', true);
    for one in ${tables} loop
      select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
        where table_schema = one.schema and table_name = one.name and is_generated = 'NEVER';
      execute format('delete from %I.%I', one.schema, one.name);
      execute format('insert into %I.%I (%s) overriding system value select %s from aside.%I',
        one.schema, one.name, columns, columns, one.schema || ' ' || one.name);
    end loop;
    drop schema aside cascade;
  end $$`);
