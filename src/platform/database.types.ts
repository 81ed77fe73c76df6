
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "attachments": {
                  Row: {
                    "added_by_name": string | null,"created_at": string,"file_name": string,"height": number | null,"id": string,"label": string,"path": string,"resource_id": string,"sha256": string,"shown_at": string | null,"size": number,"sort": number,"type": string,"width": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "added_by_name"?: string | null,"created_at"?: string,"file_name": string,"height"?: number | null,"id"?: string,"label": string,"path": string,"resource_id": string,"sha256": string,"shown_at"?: string | null,"size": number,"sort"?: number,"type": string,"width"?: number | null
                  }
                  Update: {
                    "added_by_name"?: string | null,"created_at"?: string,"file_name"?: string,"height"?: number | null,"id"?: string,"label"?: string,"path"?: string,"resource_id"?: string,"sha256"?: string,"shown_at"?: string | null,"size"?: number,"sort"?: number,"type"?: string,"width"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "attachments_resource_id_fkey"
      columns: ["resource_id"]
isOneToOne: false
      referencedRelation: "resources"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "action": string,"at": string,"detail": string | null,"id": number,"page": string | null,"staff_id": string | null,"staff_name": string | null,"subject": string,"subject_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"at"?: string,"detail"?: string | null,"id"?: never,"page"?: string | null,"staff_id"?: string | null,"staff_name"?: string | null,"subject": string,"subject_id"?: string | null
                  }
                  Update: {
                    "action"?: string,"at"?: string,"detail"?: string | null,"id"?: never,"page"?: string | null,"staff_id"?: string | null,"staff_name"?: string | null,"subject"?: string,"subject_id"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"check_ins": {
                  Row: {
                    "due_at": string,"id": string,"months": number,"sign_up_id": string,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "due_at": string,"id"?: string,"months": number,"sign_up_id": string,"status"?: string
                  }
                  Update: {
                    "due_at"?: string,"id"?: string,"months"?: number,"sign_up_id"?: string,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "check_ins_sign_up_id_fkey"
      columns: ["sign_up_id"]
isOneToOne: false
      referencedRelation: "sign_ups"
      referencedColumns: ["id"]
    }
                  ]
                },"cohorts": {
                  Row: {
                    "end_time": string,"ends_on": string | null,"format": string,"id": string,"language": string,"led_by": string | null,"place_name": string | null,"pool_id": string,"program_id": string,"slug": string,"start_time": string,"starts_on": string,"status": string,"time_zone": string,"updated_at": string,"weekdays": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "end_time": string,"ends_on"?: string | null,"format": string,"id"?: string,"language"?: string,"led_by"?: string | null,"place_name"?: string | null,"pool_id": string,"program_id": string,"slug": string,"start_time": string,"starts_on": string,"status"?: string,"time_zone": string,"updated_at"?: string,"weekdays": (number)[]
                  }
                  Update: {
                    "end_time"?: string,"ends_on"?: string | null,"format"?: string,"id"?: string,"language"?: string,"led_by"?: string | null,"place_name"?: string | null,"pool_id"?: string,"program_id"?: string,"slug"?: string,"start_time"?: string,"starts_on"?: string,"status"?: string,"time_zone"?: string,"updated_at"?: string,"weekdays"?: (number)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "cohorts_pool_id_fkey"
      columns: ["pool_id"]
isOneToOne: true
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "cohorts_program_id_fkey"
      columns: ["program_id"]
isOneToOne: false
      referencedRelation: "programs"
      referencedColumns: ["id"]
    }
                  ]
                },"consent_texts": {
                  Row: {
                    "body": string,"body_hash": string,"created_at": string,"language": string,"scope": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body": string,"body_hash": string,"created_at"?: string,"language": string,"scope": string,"version": string
                  }
                  Update: {
                    "body"?: string,"body_hash"?: string,"created_at"?: string,"language"?: string,"scope"?: string,"version"?: string
                  }
                  Relationships: [
                    
                  ]
                },"consents": {
                  Row: {
                    "created_at": string,"discloser": string,"expires_on": string,"id": string,"information": (string)[],"key_id": string,"language": string,"patient_name": string,"purpose": string,"recipient": string,"recipient_kind": string,"redisclosure": string | null,"revocation": string,"revoked_at": string | null,"scope": string,"sign_up_id": string | null,"signature": string,"signed_at": string,"signed_on": string,"text_hash": string,"text_version": string,"time_zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"discloser": string,"expires_on": string,"id": string,"information": (string)[],"key_id": string,"language": string,"patient_name": string,"purpose": string,"recipient": string,"recipient_kind": string,"redisclosure"?: string | null,"revocation": string,"revoked_at"?: string | null,"scope": string,"sign_up_id"?: string | null,"signature": string,"signed_at": string,"signed_on": string,"text_hash": string,"text_version": string,"time_zone"?: string
                  }
                  Update: {
                    "created_at"?: string,"discloser"?: string,"expires_on"?: string,"id"?: string,"information"?: (string)[],"key_id"?: string,"language"?: string,"patient_name"?: string,"purpose"?: string,"recipient"?: string,"recipient_kind"?: string,"redisclosure"?: string | null,"revocation"?: string,"revoked_at"?: string | null,"scope"?: string,"sign_up_id"?: string | null,"signature"?: string,"signed_at"?: string,"signed_on"?: string,"text_hash"?: string,"text_version"?: string,"time_zone"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "consents_sign_up_id_fkey"
      columns: ["sign_up_id"]
isOneToOne: false
      referencedRelation: "sign_ups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "consents_text_is_the_one_signed"
      columns: ["text_version","scope","language","text_hash"]
isOneToOne: false
      referencedRelation: "consent_texts"
      referencedColumns: ["version","scope","language","body_hash"]
    }
                  ]
                },"event_changes": {
                  Row: {
                    "changes": NonNullable<Json>,"created_at": string,"event_id": string,"id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changes": NonNullable<Json>,"created_at"?: string,"event_id": string,"id"?: string
                  }
                  Update: {
                    "changes"?: NonNullable<Json>,"created_at"?: string,"event_id"?: string,"id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_changes_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    }
                  ]
                },"event_counts": {
                  Row: {
                    "arrived": number | null,"cancelled": number,"counted_at": string,"event_id": string,"replies": number,"seats": number,"waiting": number,"walk_ins": number
                  }
                  ComputedFields: never
                  Insert: {
                    "arrived"?: number | null,"cancelled": number,"counted_at"?: string,"event_id": string,"replies": number,"seats": number,"waiting": number,"walk_ins": number
                  }
                  Update: {
                    "arrived"?: number | null,"cancelled"?: number,"counted_at"?: string,"event_id"?: string,"replies"?: number,"seats"?: number,"waiting"?: number,"walk_ins"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_counts_event_id_fkey"
      columns: ["event_id"]
isOneToOne: true
      referencedRelation: "events"
      referencedColumns: ["id"]
    }
                  ]
                },"event_log": {
                  Row: {
                    "action": string,"created_at": string,"event_id": string,"id": number,"reason": string | null,"rsvp_id": string | null,"staff_id": string | null,"staff_name": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"created_at"?: string,"event_id": string,"id"?: never,"reason"?: string | null,"rsvp_id"?: string | null,"staff_id"?: string | null,"staff_name"?: string | null
                  }
                  Update: {
                    "action"?: string,"created_at"?: string,"event_id"?: string,"id"?: never,"reason"?: string | null,"rsvp_id"?: string | null,"staff_id"?: string | null,"staff_name"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_log_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_log_rsvp_id_fkey"
      columns: ["rsvp_id"]
isOneToOne: false
      referencedRelation: "rsvps"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_log_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"event_messages": {
                  Row: {
                    "audience": string,"body": string,"created_at": string,"event_id": string,"id": string,"staff_id": string | null,"staff_name": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "audience": string,"body": string,"created_at"?: string,"event_id": string,"id"?: string,"staff_id"?: string | null,"staff_name"?: string | null
                  }
                  Update: {
                    "audience"?: string,"body"?: string,"created_at"?: string,"event_id"?: string,"id"?: string,"staff_id"?: string | null,"staff_name"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_messages_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_messages_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"event_private_details": {
                  Row: {
                    "address": string | null,"arrival_notes": string | null,"event_id": string,"join_url": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"arrival_notes"?: string | null,"event_id": string,"join_url"?: string | null
                  }
                  Update: {
                    "address"?: string | null,"arrival_notes"?: string | null,"event_id"?: string,"join_url"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_private_details_event_id_fkey"
      columns: ["event_id"]
isOneToOne: true
      referencedRelation: "events"
      referencedColumns: ["id"]
    }
                  ]
                },"event_series": {
                  Row: {
                    "created_at": string,"dates_ahead": number,"ended": boolean,"except_on": (string)[],"id": string,"last_on": string | null,"lasts_minutes": number,"rule": string,"start_time": string,"starts_on": string,"time_zone": string,"title": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"dates_ahead"?: number,"ended"?: boolean,"except_on"?: (string)[],"id"?: string,"last_on"?: string | null,"lasts_minutes": number,"rule": string,"start_time": string,"starts_on": string,"time_zone": string,"title": string,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"dates_ahead"?: number,"ended"?: boolean,"except_on"?: (string)[],"id"?: string,"last_on"?: string | null,"lasts_minutes"?: number,"rule"?: string,"start_time"?: string,"starts_on"?: string,"time_zone"?: string,"title"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"event_sessions": {
                  Row: {
                    "ends_at": string,"event_id": string,"id": string,"place_name": string | null,"pool_id": string,"starts_at": string,"summary": string | null,"title": string
                  }
                  ComputedFields: never
                  Insert: {
                    "ends_at": string,"event_id": string,"id"?: string,"place_name"?: string | null,"pool_id": string,"starts_at": string,"summary"?: string | null,"title": string
                  }
                  Update: {
                    "ends_at"?: string,"event_id"?: string,"id"?: string,"place_name"?: string | null,"pool_id"?: string,"starts_at"?: string,"summary"?: string | null,"title"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_sessions_pool_id_fkey"
      columns: ["pool_id"]
isOneToOne: true
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    }
                  ]
                },"events": {
                  Row: {
                    "address": string | null,"asks_children": boolean,"asks_conduct": boolean,"asks_food": boolean,"audience": string,"called_off_note": string | null,"confirm_within_hours": number | null,"created_at": string,"description": string,"ends_at": string,"format": string,"id": string,"kind": string,"max_party_size": number,"online_pool_id": string | null,"place_name": string | null,"pool_id": string,"questions": NonNullable<Json>,"reminds_two_hours": boolean,"replies": string,"revision": number,"rsvp_closes_at": string,"series_id": string | null,"series_on": string | null,"slug": string,"starts_at": string,"status": string,"summary": string,"thanks": boolean,"time_zone": string,"title": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"asks_children"?: boolean,"asks_conduct"?: boolean,"asks_food"?: boolean,"audience"?: string,"called_off_note"?: string | null,"confirm_within_hours"?: number | null,"created_at"?: string,"description"?: string,"ends_at": string,"format": string,"id"?: string,"kind": string,"max_party_size"?: number,"online_pool_id"?: string | null,"place_name"?: string | null,"pool_id": string,"questions"?: NonNullable<Json>,"reminds_two_hours"?: boolean,"replies"?: string,"revision"?: number,"rsvp_closes_at": string,"series_id"?: string | null,"series_on"?: string | null,"slug": string,"starts_at": string,"status"?: string,"summary": string,"thanks"?: boolean,"time_zone": string,"title": string,"updated_at"?: string
                  }
                  Update: {
                    "address"?: string | null,"asks_children"?: boolean,"asks_conduct"?: boolean,"asks_food"?: boolean,"audience"?: string,"called_off_note"?: string | null,"confirm_within_hours"?: number | null,"created_at"?: string,"description"?: string,"ends_at"?: string,"format"?: string,"id"?: string,"kind"?: string,"max_party_size"?: number,"online_pool_id"?: string | null,"place_name"?: string | null,"pool_id"?: string,"questions"?: NonNullable<Json>,"reminds_two_hours"?: boolean,"replies"?: string,"revision"?: number,"rsvp_closes_at"?: string,"series_id"?: string | null,"series_on"?: string | null,"slug"?: string,"starts_at"?: string,"status"?: string,"summary"?: string,"thanks"?: boolean,"time_zone"?: string,"title"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "events_online_pool_id_fkey"
      columns: ["online_pool_id"]
isOneToOne: true
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_pool_id_fkey"
      columns: ["pool_id"]
isOneToOne: true
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_series_id_fkey"
      columns: ["series_id"]
isOneToOne: false
      referencedRelation: "event_series"
      referencedColumns: ["id"]
    }
                  ]
                },"gone_addresses": {
                  Row: {
                    "replaced_by": string | null,"slug": string
                  }
                  ComputedFields: never
                  Insert: {
                    "replaced_by"?: string | null,"slug": string
                  }
                  Update: {
                    "replaced_by"?: string | null,"slug"?: string
                  }
                  Relationships: [
                    
                  ]
                },"meeting_edits": {
                  Row: {
                    "conflict": Json | null,"conflict_since": string | null,"edited_at": string,"feed": NonNullable<Json>,"field": string,"meeting_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "conflict"?: Json | null,"conflict_since"?: string | null,"edited_at"?: string,"feed": NonNullable<Json>,"field": string,"meeting_id": string
                  }
                  Update: {
                    "conflict"?: Json | null,"conflict_since"?: string | null,"edited_at"?: string,"feed"?: NonNullable<Json>,"field"?: string,"meeting_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "meeting_edits_meeting_id_fkey"
      columns: ["meeting_id"]
isOneToOne: false
      referencedRelation: "meetings"
      referencedColumns: ["id"]
    }
                  ]
                },"meeting_exceptions": {
                  Row: {
                    "created_at": string,"from_feed": boolean,"id": string,"meeting_id": string,"moved_end": string | null,"moved_location": string | null,"moved_start": string | null,"moved_to": string | null,"note": string | null,"on_date": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"from_feed"?: boolean,"id"?: string,"meeting_id": string,"moved_end"?: string | null,"moved_location"?: string | null,"moved_start"?: string | null,"moved_to"?: string | null,"note"?: string | null,"on_date": string,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"from_feed"?: boolean,"id"?: string,"meeting_id"?: string,"moved_end"?: string | null,"moved_location"?: string | null,"moved_start"?: string | null,"moved_to"?: string | null,"note"?: string | null,"on_date"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "meeting_exceptions_meeting_id_fkey"
      columns: ["meeting_id"]
isOneToOne: false
      referencedRelation: "meetings"
      referencedColumns: ["id"]
    }
                  ]
                },"meeting_reports": {
                  Row: {
                    "contact": string | null,"created_at": string,"handled_at": string | null,"handled_by": string | null,"handled_by_name": string | null,"id": string,"kind": string,"meeting_id": string | null,"message": string | null,"name": string | null,"proposed": NonNullable<Json>,"reason": string | null,"status": string,"submission_key": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact"?: string | null,"created_at"?: string,"handled_at"?: string | null,"handled_by"?: string | null,"handled_by_name"?: string | null,"id"?: string,"kind": string,"meeting_id"?: string | null,"message"?: string | null,"name"?: string | null,"proposed"?: NonNullable<Json>,"reason"?: string | null,"status"?: string,"submission_key": string
                  }
                  Update: {
                    "contact"?: string | null,"created_at"?: string,"handled_at"?: string | null,"handled_by"?: string | null,"handled_by_name"?: string | null,"id"?: string,"kind"?: string,"meeting_id"?: string | null,"message"?: string | null,"name"?: string | null,"proposed"?: NonNullable<Json>,"reason"?: string | null,"status"?: string,"submission_key"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "meeting_reports_handled_by_fkey"
      columns: ["handled_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "meeting_reports_meeting_id_fkey"
      columns: ["meeting_id"]
isOneToOne: false
      referencedRelation: "meetings"
      referencedColumns: ["id"]
    }
                  ]
                },"meeting_sources": {
                  Row: {
                    "checked_at": string | null,"claimed_at": string | null,"created_at": string,"etag": string | null,"failing_since": string | null,"failing_spell": number,"failure": string | null,"fellowship": string,"format": string,"id": string,"join_after_press": boolean,"last_imported_at": string | null,"last_modified": string | null,"name": string,"paused_at": string | null,"read_at": string | null,"report": Json | null,"slug": string,"time_zone": string,"updated_at": string,"url": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "checked_at"?: string | null,"claimed_at"?: string | null,"created_at"?: string,"etag"?: string | null,"failing_since"?: string | null,"failing_spell"?: number,"failure"?: string | null,"fellowship": string,"format": string,"id"?: string,"join_after_press"?: boolean,"last_imported_at"?: string | null,"last_modified"?: string | null,"name": string,"paused_at"?: string | null,"read_at"?: string | null,"report"?: Json | null,"slug": string,"time_zone": string,"updated_at"?: string,"url"?: string | null
                  }
                  Update: {
                    "checked_at"?: string | null,"claimed_at"?: string | null,"created_at"?: string,"etag"?: string | null,"failing_since"?: string | null,"failing_spell"?: number,"failure"?: string | null,"fellowship"?: string,"format"?: string,"id"?: string,"join_after_press"?: boolean,"last_imported_at"?: string | null,"last_modified"?: string | null,"name"?: string,"paused_at"?: string | null,"read_at"?: string | null,"report"?: Json | null,"slug"?: string,"time_zone"?: string,"updated_at"?: string,"url"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"meeting_uploads": {
                  Row: {
                    "content": string,"expires_at": string,"id": string,"source_id": string,"staff_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "content": string,"expires_at"?: string,"id": string,"source_id": string,"staff_id"?: string
                  }
                  Update: {
                    "content"?: string,"expires_at"?: string,"id"?: string,"source_id"?: string,"staff_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "meeting_uploads_source_id_fkey"
      columns: ["source_id"]
isOneToOne: false
      referencedRelation: "meeting_sources"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "meeting_uploads_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"meetings": {
                  Row: {
                    "address": string | null,"alumni_only": boolean,"confirmed_at": string | null,"content_hash": string | null,"created_at": string,"day": number | null,"end_time": string | null,"every_weeks": number | null,"facilitator_first_name": string | null,"fellowship": string,"first_on": string | null,"group_name": string | null,"id": string,"join_after_press": boolean,"join_notes": string | null,"join_phone": string | null,"join_url": string | null,"language": string | null,"last_on": string | null,"latitude": number | null,"location": string | null,"longitude": number | null,"mode": string,"months": (number)[] | null,"name": string,"notes": string | null,"other_types": (string)[],"region": string | null,"slug": string,"source_id": string | null,"source_key": string | null,"start_time": string | null,"status": string,"time_zone": string,"types": (string)[],"updated_at": string,"weeks_of_month": (number)[] | null
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"alumni_only"?: boolean,"confirmed_at"?: string | null,"content_hash"?: string | null,"created_at"?: string,"day"?: number | null,"end_time"?: string | null,"every_weeks"?: number | null,"facilitator_first_name"?: string | null,"fellowship": string,"first_on"?: string | null,"group_name"?: string | null,"id"?: string,"join_after_press"?: boolean,"join_notes"?: string | null,"join_phone"?: string | null,"join_url"?: string | null,"language"?: string | null,"last_on"?: string | null,"latitude"?: number | null,"location"?: string | null,"longitude"?: number | null,"mode": string,"months"?: (number)[] | null,"name": string,"notes"?: string | null,"other_types"?: (string)[],"region"?: string | null,"slug": string,"source_id"?: string | null,"source_key"?: string | null,"start_time"?: string | null,"status"?: string,"time_zone": string,"types"?: (string)[],"updated_at"?: string,"weeks_of_month"?: (number)[] | null
                  }
                  Update: {
                    "address"?: string | null,"alumni_only"?: boolean,"confirmed_at"?: string | null,"content_hash"?: string | null,"created_at"?: string,"day"?: number | null,"end_time"?: string | null,"every_weeks"?: number | null,"facilitator_first_name"?: string | null,"fellowship"?: string,"first_on"?: string | null,"group_name"?: string | null,"id"?: string,"join_after_press"?: boolean,"join_notes"?: string | null,"join_phone"?: string | null,"join_url"?: string | null,"language"?: string | null,"last_on"?: string | null,"latitude"?: number | null,"location"?: string | null,"longitude"?: number | null,"mode"?: string,"months"?: (number)[] | null,"name"?: string,"notes"?: string | null,"other_types"?: (string)[],"region"?: string | null,"slug"?: string,"source_id"?: string | null,"source_key"?: string | null,"start_time"?: string | null,"status"?: string,"time_zone"?: string,"types"?: (string)[],"updated_at"?: string,"weeks_of_month"?: (number)[] | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "meetings_source_id_fkey"
      columns: ["source_id"]
isOneToOne: false
      referencedRelation: "meeting_sources"
      referencedColumns: ["id"]
    }
                  ]
                },"outbox": {
                  Row: {
                    "attempts": number,"change_id": string | null,"claimed_at": string | null,"created_at": string,"due_at": string,"finished_at": string | null,"id": string,"kind": string,"last_error": string | null,"message_id": string | null,"rsvp_id": string | null,"sign_up_id": string | null,"source_id": string | null,"staff_id": string | null,"status": string,"transition": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"change_id"?: string | null,"claimed_at"?: string | null,"created_at"?: string,"due_at"?: string,"finished_at"?: string | null,"id"?: string,"kind": string,"last_error"?: string | null,"message_id"?: string | null,"rsvp_id"?: string | null,"sign_up_id"?: string | null,"source_id"?: string | null,"staff_id"?: string | null,"status"?: string,"transition": number
                  }
                  Update: {
                    "attempts"?: number,"change_id"?: string | null,"claimed_at"?: string | null,"created_at"?: string,"due_at"?: string,"finished_at"?: string | null,"id"?: string,"kind"?: string,"last_error"?: string | null,"message_id"?: string | null,"rsvp_id"?: string | null,"sign_up_id"?: string | null,"source_id"?: string | null,"staff_id"?: string | null,"status"?: string,"transition"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "outbox_change_id_fkey"
      columns: ["change_id"]
isOneToOne: false
      referencedRelation: "event_changes"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "outbox_message_id_fkey"
      columns: ["message_id"]
isOneToOne: false
      referencedRelation: "event_messages"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "outbox_rsvp_id_fkey"
      columns: ["rsvp_id"]
isOneToOne: false
      referencedRelation: "rsvps"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "outbox_sign_up_id_fkey"
      columns: ["sign_up_id"]
isOneToOne: false
      referencedRelation: "sign_ups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "outbox_source_id_fkey"
      columns: ["source_id"]
isOneToOne: false
      referencedRelation: "meeting_sources"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "outbox_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"places": {
                  Row: {
                    "changed_at": string,"created_at": string,"id": string,"party_size": number,"pool_id": string,"queue_number": number,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"created_at"?: string,"id"?: string,"party_size": number,"pool_id": string,"queue_number"?: number,"status": string
                  }
                  Update: {
                    "changed_at"?: string,"created_at"?: string,"id"?: string,"party_size"?: number,"pool_id"?: string,"queue_number"?: number,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "places_pool_id_fkey"
      columns: ["pool_id"]
isOneToOne: false
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    }
                  ]
                },"programs": {
                  Row: {
                    "id": string,"level": string,"slug": string,"sort": number,"status": string,"summary": string,"title": string,"updated_at": string,"week": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"level": string,"slug": string,"sort"?: number,"status"?: string,"summary": string,"title": string,"updated_at"?: string,"week": string
                  }
                  Update: {
                    "id"?: string,"level"?: string,"slug"?: string,"sort"?: number,"status"?: string,"summary"?: string,"title"?: string,"updated_at"?: string,"week"?: string
                  }
                  Relationships: [
                    
                  ]
                },"purge_log": {
                  Row: {
                    "at": string,"count": number,"id": number,"what": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"count": number,"id"?: never,"what": string
                  }
                  Update: {
                    "at"?: string,"count"?: number,"id"?: never,"what"?: string
                  }
                  Relationships: [
                    
                  ]
                },"rate_limits": {
                  Row: {
                    "bucket": string,"hits": number,"window_start": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bucket": string,"hits"?: number,"window_start": string
                  }
                  Update: {
                    "bucket"?: string,"hits"?: number,"window_start"?: string
                  }
                  Relationships: [
                    
                  ]
                },"resource_versions": {
                  Row: {
                    "at": string,"content": NonNullable<Json>,"id": number,"number": number,"resource_id": string,"staff_id": string | null,"staff_name": string | null,"what": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"content": NonNullable<Json>,"id"?: never,"number": number,"resource_id": string,"staff_id"?: string | null,"staff_name"?: string | null,"what": string
                  }
                  Update: {
                    "at"?: string,"content"?: NonNullable<Json>,"id"?: never,"number"?: number,"resource_id"?: string,"staff_id"?: string | null,"staff_name"?: string | null,"what"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "resource_versions_resource_id_fkey"
      columns: ["resource_id"]
isOneToOne: false
      referencedRelation: "resources"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "resource_versions_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"resources": {
                  Row: {
                    "archived_at": string | null,"audience": string,"author_id": string | null,"author_name": string | null,"body": string | null,"changed_at": string,"changed_by_name": string | null,"draft": Json | null,"expires_at": string | null,"id": string,"kind": string,"language": string,"links": NonNullable<Json>,"pair_id": string | null,"preview_key": string,"publish_at": string | null,"published_at": string | null,"replaced_by": string | null,"review": string | null,"review_by": string | null,"review_from": string | null,"review_note": string | null,"reviewed_at": string | null,"reviewer_name": string | null,"search": unknown,"services": NonNullable<Json>,"slug": string | null,"status": string,"summary": string | null,"title": string | null,"topics": (string)[],"updated_at": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "archived_at"?: string | null,"audience"?: string,"author_id"?: string | null,"author_name"?: string | null,"body"?: string | null,"changed_at"?: string,"changed_by_name"?: string | null,"draft"?: Json | null,"expires_at"?: string | null,"id"?: string,"kind"?: string,"language"?: string,"links"?: NonNullable<Json>,"pair_id"?: string | null,"preview_key"?: string,"publish_at"?: string | null,"published_at"?: string | null,"replaced_by"?: string | null,"review"?: string | null,"review_by"?: string | null,"review_from"?: string | null,"review_note"?: string | null,"reviewed_at"?: string | null,"reviewer_name"?: string | null,"search"?: never,"services"?: NonNullable<Json>,"slug"?: string | null,"status"?: string,"summary"?: string | null,"title"?: string | null,"topics"?: (string)[],"updated_at"?: string,"version"?: number
                  }
                  Update: {
                    "archived_at"?: string | null,"audience"?: string,"author_id"?: string | null,"author_name"?: string | null,"body"?: string | null,"changed_at"?: string,"changed_by_name"?: string | null,"draft"?: Json | null,"expires_at"?: string | null,"id"?: string,"kind"?: string,"language"?: string,"links"?: NonNullable<Json>,"pair_id"?: string | null,"preview_key"?: string,"publish_at"?: string | null,"published_at"?: string | null,"replaced_by"?: string | null,"review"?: string | null,"review_by"?: string | null,"review_from"?: string | null,"review_note"?: string | null,"reviewed_at"?: string | null,"reviewer_name"?: string | null,"search"?: never,"services"?: NonNullable<Json>,"slug"?: string | null,"status"?: string,"summary"?: string | null,"title"?: string | null,"topics"?: (string)[],"updated_at"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "resources_author_id_fkey"
      columns: ["author_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "resources_replaced_by_fkey"
      columns: ["replaced_by"]
isOneToOne: false
      referencedRelation: "resources"
      referencedColumns: ["slug"]
    }
                  ]
                },"rsvp_echoes": {
                  Row: {
                    "created_at": string,"id": string,"idempotency_key": string | null,"party_size": number,"pool_id": string,"position": number | null,"rsvp_id": string,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"idempotency_key"?: string | null,"party_size": number,"pool_id": string,"position"?: number | null,"rsvp_id": string,"status": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"idempotency_key"?: string | null,"party_size"?: number,"pool_id"?: string,"position"?: number | null,"rsvp_id"?: string,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "rsvp_echoes_pool_id_fkey"
      columns: ["pool_id"]
isOneToOne: false
      referencedRelation: "seat_pools"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rsvp_echoes_rsvp_id_fkey"
      columns: ["rsvp_id"]
isOneToOne: false
      referencedRelation: "rsvps"
      referencedColumns: ["id"]
    }
                  ]
                },"rsvp_sessions": {
                  Row: {
                    "place_id": string | null,"rsvp_id": string,"session_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "place_id"?: string | null,"rsvp_id": string,"session_id": string
                  }
                  Update: {
                    "place_id"?: string | null,"rsvp_id"?: string,"session_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "rsvp_sessions_place_id_fkey"
      columns: ["place_id"]
isOneToOne: true
      referencedRelation: "places"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rsvp_sessions_rsvp_id_fkey"
      columns: ["rsvp_id"]
isOneToOne: false
      referencedRelation: "rsvps"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rsvp_sessions_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_sessions"
      referencedColumns: ["id"]
    }
                  ]
                },"rsvps": {
                  Row: {
                    "access_needs": string | null,"answers": NonNullable<Json>,"arrived_at": string | null,"arrived_count": number | null,"attends": string | null,"cancelled_at": string | null,"cancelled_by": string | null,"children": number,"conduct_version": string | null,"confirm_by": string | null,"contact": string | null,"created_at": string,"email": string | null,"event_id": string,"food": string | null,"held_back": boolean,"id": string,"idempotency_key": string | null,"language": string,"name": string,"phone": string | null,"place_id": string,"quiet": boolean,"transition": number,"updated_at": string,"walk_in": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "access_needs"?: string | null,"answers"?: NonNullable<Json>,"arrived_at"?: string | null,"arrived_count"?: number | null,"attends"?: string | null,"cancelled_at"?: string | null,"cancelled_by"?: string | null,"children"?: number,"conduct_version"?: string | null,"confirm_by"?: string | null,"contact"?: never,"created_at"?: string,"email"?: string | null,"event_id": string,"food"?: string | null,"held_back"?: boolean,"id"?: string,"idempotency_key"?: string | null,"language"?: string,"name": string,"phone"?: string | null,"place_id": string,"quiet"?: boolean,"transition"?: number,"updated_at"?: string,"walk_in"?: boolean
                  }
                  Update: {
                    "access_needs"?: string | null,"answers"?: NonNullable<Json>,"arrived_at"?: string | null,"arrived_count"?: number | null,"attends"?: string | null,"cancelled_at"?: string | null,"cancelled_by"?: string | null,"children"?: number,"conduct_version"?: string | null,"confirm_by"?: string | null,"contact"?: never,"created_at"?: string,"email"?: string | null,"event_id"?: string,"food"?: string | null,"held_back"?: boolean,"id"?: string,"idempotency_key"?: string | null,"language"?: string,"name"?: string,"phone"?: string | null,"place_id"?: string,"quiet"?: boolean,"transition"?: number,"updated_at"?: string,"walk_in"?: boolean
                  }
                  Relationships: [
                    {
      foreignKeyName: "rsvps_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rsvps_place_id_fkey"
      columns: ["place_id"]
isOneToOne: true
      referencedRelation: "places"
      referencedColumns: ["id"]
    }
                  ]
                },"seat_pools": {
                  Row: {
                    "capacity": number | null,"id": string,"parties_waiting": number,"promotes_until": string | null,"queue_rule": string,"seats_taken": number
                  }
                  ComputedFields: never
                  Insert: {
                    "capacity"?: number | null,"id"?: string,"parties_waiting"?: number,"promotes_until"?: string | null,"queue_rule"?: string,"seats_taken"?: number
                  }
                  Update: {
                    "capacity"?: number | null,"id"?: string,"parties_waiting"?: number,"promotes_until"?: string | null,"queue_rule"?: string,"seats_taken"?: number
                  }
                  Relationships: [
                    
                  ]
                },"sign_up_notes": {
                  Row: {
                    "created_at": string,"id": string,"key_id": string,"sealed": string,"sign_up_id": string,"staff_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id": string,"key_id": string,"sealed": string,"sign_up_id": string,"staff_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"key_id"?: string,"sealed"?: string,"sign_up_id"?: string,"staff_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "sign_up_notes_sign_up_id_fkey"
      columns: ["sign_up_id"]
isOneToOne: false
      referencedRelation: "sign_ups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "sign_up_notes_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"sign_ups": {
                  Row: {
                    "alternatives": (string)[],"asked_at": string,"channel": string,"closed_at": string | null,"closed_why": string | null,"cohort_id": string | null,"contact_key": string,"created_at": string,"id": string,"idempotency_key": string | null,"key_id": string,"kind": string,"language": string,"owner_id": string | null,"place_id": string | null,"program_id": string | null,"reference": string,"reply": string | null,"sealed": string,"status": string,"transition": number,"updated_at": string,"waits_for": string
                  }
                  ComputedFields: never
                  Insert: {
                    "alternatives"?: (string)[],"asked_at"?: string,"channel": string,"closed_at"?: string | null,"closed_why"?: string | null,"cohort_id"?: string | null,"contact_key": string,"created_at"?: string,"id"?: string,"idempotency_key"?: string | null,"key_id": string,"kind": string,"language"?: string,"owner_id"?: string | null,"place_id"?: string | null,"program_id"?: string | null,"reference": string,"reply"?: string | null,"sealed": string,"status"?: string,"transition"?: number,"updated_at"?: string,"waits_for"?: string
                  }
                  Update: {
                    "alternatives"?: (string)[],"asked_at"?: string,"channel"?: string,"closed_at"?: string | null,"closed_why"?: string | null,"cohort_id"?: string | null,"contact_key"?: string,"created_at"?: string,"id"?: string,"idempotency_key"?: string | null,"key_id"?: string,"kind"?: string,"language"?: string,"owner_id"?: string | null,"place_id"?: string | null,"program_id"?: string | null,"reference"?: string,"reply"?: string | null,"sealed"?: string,"status"?: string,"transition"?: number,"updated_at"?: string,"waits_for"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "sign_ups_cohort_id_fkey"
      columns: ["cohort_id"]
isOneToOne: false
      referencedRelation: "cohorts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "sign_ups_owner_id_fkey"
      columns: ["owner_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "sign_ups_place_id_fkey"
      columns: ["place_id"]
isOneToOne: true
      referencedRelation: "places"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "sign_ups_program_id_fkey"
      columns: ["program_id"]
isOneToOne: false
      referencedRelation: "programs"
      referencedColumns: ["id"]
    }
                  ]
                },"site_builds": {
                  Row: {
                    "asked_at": string | null,"failed_at": string | null,"failure": string | null,"id": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "asked_at"?: string | null,"failed_at"?: string | null,"failure"?: string | null,"id"?: boolean
                  }
                  Update: {
                    "asked_at"?: string | null,"failed_at"?: string | null,"failure"?: string | null,"id"?: boolean
                  }
                  Relationships: [
                    
                  ]
                },"site_settings": {
                  Row: {
                    "changed_by_name": string | null,"closed_days": NonNullable<Json>,"id": boolean,"notice_en": string | null,"notice_es": string | null,"notice_link": string | null,"notice_until": string | null,"phone_hours_en": string | null,"phone_hours_es": string | null,"updated_at": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_by_name"?: string | null,"closed_days"?: NonNullable<Json>,"id"?: boolean,"notice_en"?: string | null,"notice_es"?: string | null,"notice_link"?: string | null,"notice_until"?: string | null,"phone_hours_en"?: string | null,"phone_hours_es"?: string | null,"updated_at"?: string,"version"?: number
                  }
                  Update: {
                    "changed_by_name"?: string | null,"closed_days"?: NonNullable<Json>,"id"?: boolean,"notice_en"?: string | null,"notice_es"?: string | null,"notice_link"?: string | null,"notice_until"?: string | null,"phone_hours_en"?: string | null,"phone_hours_es"?: string | null,"updated_at"?: string,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"staff": {
                  Row: {
                    "active": boolean,"created_at": string,"display_name": string,"email": string,"role": string,"sessions_end_before": string | null,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"created_at"?: string,"display_name": string,"email": string,"role": string,"sessions_end_before"?: string | null,"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "active"?: boolean,"created_at"?: string,"display_name"?: string,"email"?: string,"role"?: string,"sessions_end_before"?: string | null,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"staff_invitations": {
                  Row: {
                    "created_at": string,"display_name": string,"email": string,"id": string,"invited_by": string | null,"invited_by_name": string | null,"opened_at": string | null,"role": string,"trouble": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"display_name": string,"email": string,"id": string,"invited_by"?: string | null,"invited_by_name"?: string | null,"opened_at"?: string | null,"role": string,"trouble"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"display_name"?: string,"email"?: string,"id"?: string,"invited_by"?: string | null,"invited_by_name"?: string | null,"opened_at"?: string | null,"role"?: string,"trouble"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "staff_invitations_invited_by_fkey"
      columns: ["invited_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["user_id"]
    }
                  ]
                },"task_runs": {
                  Row: {
                    "done_at": string,"late_after": string,"task": string
                  }
                  ComputedFields: never
                  Insert: {
                    "done_at"?: string,"late_after": string,"task": string
                  }
                  Update: {
                    "done_at"?: string,"late_after"?: string,"task"?: string
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_asked":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"accept_meeting_report":
{ Args: { "p_change": Json,"p_report": string }; Returns: Json
                           },
"add_attachment":
{ Args: { "p_attachment": Json }; Returns: Json
                           },
"add_event":
{ Args: { "p_event": Json,"p_private"?: Json }; Returns: string
                           },
"add_series_date":
{ Args: { "p_like": string,"p_on": string,"p_slug": string,"p_starts_at": string }; Returns: string
                           },
"affected_by_capacity":
{ Args: { "p_capacity": number,"p_event": string,"p_online"?: boolean }; Returns: {
              "name": string,"party_size": number,"rsvp": string
            }[]
                           },
"answer_check_in":
{ Args: { "p_answer": string,"p_sign_up": string }; Returns: Json
                           },
"answer_invitation":
{ Args: { "p_answer": Json,"p_limits": Json }; Returns: Json
                           },
"any_undelivered":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"archive_resource":
{ Args: { "p_replaced_by"?: string,"p_resource": string,"p_version": number }; Returns: Json
                           },
"assign_sign_up":
{ Args: { "p_from"?: string,"p_sign_up": string,"p_to"?: string }; Returns: Json
                           },
"begin_reading":
{ Args: { "p_source": string }; Returns: {
              "checked_at": string | null,
"claimed_at": string | null,
"created_at": string,
"etag": string | null,
"failing_since": string | null,
"failing_spell": number,
"failure": string | null,
"fellowship": string,
"format": string,
"id": string,
"join_after_press": boolean,
"last_imported_at": string | null,
"last_modified": string | null,
"name": string,
"paused_at": string | null,
"read_at": string | null,
"report": Json | null,
"slug": string,
"time_zone": string,
"updated_at": string,
"url": string | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "meeting_sources"
        isOneToOne: false
        isSetofReturn: true
      } },
"bring_in_meetings":
{ Args: { "p_more"?: Json,"p_rows": Json,"p_source": string }; Returns: Json
                           },
"bulk_resources":
{ Args: { "p_action": Json,"p_ids": (string)[] }; Returns: Json
                           },
"call_off_event":
{ Args: { "p_event": string,"p_note"?: string }; Returns: Json
                           },
"cancel_rsvp":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"change_answer":
{ Args: { "p_access_needs"?: string,"p_action": string,"p_answer": string,"p_details"?: Json,"p_echo": boolean,"p_name"?: string,"p_party_size"?: number }; Returns: Json
                           },
"change_echo":
{ Args: { "p_action": string,"p_children"?: number,"p_echo": string,"p_party_size"?: number }; Returns: Json
                           },
"change_event":
{ Args: { "p_event": string,"p_fields": Json,"p_private"?: Json,"p_tell"?: boolean }; Returns: Json
                           },
"change_meetings":
{ Args: { "p_do": string,"p_meetings": (string)[] }; Returns: Json
                           },
"change_staff":
{ Args: { "p_active"?: boolean,"p_name"?: string,"p_role"?: string,"p_user": string }; Returns: Json
                           },
"check_in":
{ Args: { "p_at"?: string,"p_count": number,"p_rsvp": string,"p_was"?: number }; Returns: Json
                           },
"choose_dates":
{ Args: { "p_dates": (string)[],"p_rsvp": string }; Returns: Json
                           },
"claim_build":
{ Args: { "p_quiet_seconds": number }; Returns: boolean
                           },
"claim_meeting_source":
{ Args: { "p_before": string }; Returns: {
              "checked_at": string | null,
"claimed_at": string | null,
"created_at": string,
"etag": string | null,
"failing_since": string | null,
"failing_spell": number,
"failure": string | null,
"fellowship": string,
"format": string,
"id": string,
"join_after_press": boolean,
"last_imported_at": string | null,
"last_modified": string | null,
"name": string,
"paused_at": string | null,
"read_at": string | null,
"report": Json | null,
"slug": string,
"time_zone": string,
"updated_at": string,
"url": string | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "meeting_sources"
        isOneToOne: false
        isSetofReturn: true
      } },
"claim_outbox":
{ Args: { "p_limit": number }; Returns: {
              "attempts": number,
"change_id": string | null,
"claimed_at": string | null,
"created_at": string,
"due_at": string,
"finished_at": string | null,
"id": string,
"kind": string,
"last_error": string | null,
"message_id": string | null,
"rsvp_id": string | null,
"sign_up_id": string | null,
"source_id": string | null,
"staff_id": string | null,
"status": string,
"transition": number
            }[]
                          SetofOptions: {
        from: "*"
        to: "outbox"
        isOneToOne: false
        isSetofReturn: true
      } },
"confirm_rsvp":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"create_cohort":
{ Args: { "p_cohort": Json }; Returns: string
                           },
"create_event":
{ Args: { "p_event": Json,"p_private"?: Json }; Returns: string
                           },
"create_meeting_report":
{ Args: { "p_report": Json }; Returns: Json
                           },
"create_resource":
{ Args: { "p_draft": Json,"p_id": string,"p_pair"?: string }; Returns: Json
                           },
"create_rsvp":
{ Args: { "p_access_needs"?: string,"p_conduct_version"?: string,"p_details"?: Json,"p_email"?: string,"p_event": string,"p_idempotency_key"?: string,"p_language"?: string,"p_name": string,"p_party_size": number,"p_phone"?: string }; Returns: Json
                           },
"create_sign_up":
{ Args: { "p_channel": string,"p_check_ins"?: Json,"p_cohort"?: string,"p_contact_key": string,"p_id": string,"p_idempotency_key"?: string,"p_key_id": string,"p_kind": string,"p_language"?: string,"p_program"?: string,"p_reference": string,"p_sealed": string }; Returns: Json
                           },
"decline_meeting_report":
{ Args: { "p_report": string }; Returns: Json
                           },
"decline_sign_up":
{ Args: { "p_alternatives"?: (string)[],"p_reply"?: string,"p_sign_up": string }; Returns: Json
                           },
"drop_draft":
{ Args: { "p_resource": string,"p_version": number,"p_what": string }; Returns: Json
                           },
"end_build":
{ Args: { "p_failure"?: string }; Returns: undefined
                           },
"end_previews":
{ Args: { "p_resource": string }; Returns: boolean
                           },
"end_reading":
{ Args: { "p_claimed_at": string,"p_failure"?: string,"p_outcome": string,"p_source": string }; Returns: boolean
                           },
"end_sessions":
{ Args: { "p_user": string }; Returns: boolean
                           },
"event_access_needs":
{ Args: { "p_events": (string)[] }; Returns: {
              "event_id": string,"parties": number
            }[]
                           },
"event_figures":
{ Args: { "p_events": (string)[] }; Returns: {
              "arrived": number,"asked": number,"by_mail": number,"event_id": string,"replies": number
            }[]
                           },
"export_record":
{ Args: { "p_about"?: string,"p_did"?: string,"p_from"?: string,"p_staff"?: string,"p_subject"?: string,"p_until"?: string }; Returns: Json
                           },
"files_of_nothing":
{ Args: { "p_before": string }; Returns: string[]
                           },
"find_resources":
{ Args: { "p_audience"?: string,"p_from"?: number,"p_kind"?: string,"p_language"?: string,"p_most"?: number,"p_topic"?: string,"p_words": string }; Returns: {
              "audience": string,"found": number,"kind": string,"language": string,"slug": string,"summary": string,"title": string,"topics": (string)[],"updated_at": string
            }[]
                           },
"finish_meeting_source":
{ Args: { "p_claimed_at": string,"p_failure"?: string,"p_outcome": string,"p_source": string }; Returns: boolean
                           },
"finish_outbox":
{ Args: { "p_claimed_at": string,"p_error"?: string,"p_id": string,"p_outcome": string }; Returns: boolean
                           },
"forget_rsvp":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"forget_sign_up":
{ Args: { "p_sign_up": string }; Returns: Json
                           },
"hold_seat":
{ Args: { "p_cohort": string,"p_sign_up": string }; Returns: Json
                           },
"import_meetings":
{ Args: { "p_rows": Json,"p_source": Json }; Returns: Json
                           },
"intake_people":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"invite_staff":
{ Args: { "p_email": string,"p_id": string,"p_name": string,"p_role": string }; Returns: Json
                           },
"lapse_unconfirmed":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"late_work":
{ Args: Record<PropertyKey, never>; Returns: (string)[]
                           },
"meeting_conflicts":
{ Args: Record<PropertyKey, never>; Returns: {
              "feed": Json,"field": string,"meeting": string,"name": string,"ours": Json,"since": string,"slug": string
            }[]
                           },
"meeting_list_version":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"note_sign_up":
{ Args: { "p_key_id": string,"p_note": string,"p_sealed": string,"p_sign_up": string }; Returns: Json
                           },
"note_task_done":
{ Args: { "p_task": string }; Returns: boolean
                           },
"open_consent":
{ Args: { "p_consent": string }; Returns: Json
                           },
"open_guest":
{ Args: { "p_event": string,"p_rsvp": string }; Returns: Json
                           },
"open_guests":
{ Args: { "p_event": string,"p_what": string }; Returns: Json
                           },
"open_invitation":
{ Args: { "p_invitation": string,"p_user": string }; Returns: boolean
                           },
"open_report":
{ Args: { "p_report": string }; Returns: Json
                           },
"open_series_date":
{ Args: { "p_like": string,"p_on": string,"p_slug": string,"p_starts_at": string }; Returns: string
                           },
"open_sign_up":
{ Args: { "p_action"?: string,"p_detail"?: string,"p_sign_up": string }; Returns: Json
                           },
"publish_due_resources":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"publish_resource":
{ Args: { "p_at"?: string,"p_expires_at"?: string,"p_resource": string,"p_slug": string,"p_version": number }; Returns: Json
                           },
"purge_consents":
{ Args: { "p_days": number }; Returns: number
                           },
"purge_meeting_reports":
{ Args: { "p_handled_days": number,"p_open_days": number }; Returns: number
                           },
"purge_rsvps":
{ Args: { "p_days": number }; Returns: number
                           },
"purge_sign_ups":
{ Args: { "p_by_kind"?: Json,"p_days": number }; Returns: number
                           },
"queue_alerts":
{ Args: { "p_overdue": boolean }; Returns: number
                           },
"queue_check_ins":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"queue_event_mails":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"queue_intake_daily":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"quiet_rsvp":
{ Args: { "p_quiet": boolean,"p_rsvp": string }; Returns: boolean
                           },
"read_rsvp":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"read_sign_up":
{ Args: { "p_sign_up": string }; Returns: Json
                           },
"record_lines":
{ Args: { "p_about"?: string,"p_before"?: number,"p_did"?: string,"p_from"?: string,"p_most"?: number,"p_staff"?: string,"p_subject"?: string,"p_until"?: string }; Returns: Json
                           },
"record_people":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"rejoin_rsvp":
{ Args: { "p_rsvp": string }; Returns: Json
                           },
"remove_attachment":
{ Args: { "p_attachment": string }; Returns: Json
                           },
"remove_guest":
{ Args: { "p_reason"?: string,"p_rsvp": string }; Returns: Json
                           },
"reopen_resource":
{ Args: { "p_resource": string,"p_version": number }; Returns: Json
                           },
"reseal_sign_up":
{ Args: { "p_before": string,"p_channel": string,"p_contact_key": string,"p_key_id": string,"p_sealed": string,"p_sign_up": string }; Returns: boolean
                           },
"resend_rsvp_link":
{ Args: { "p_rsvp": string }; Returns: boolean
                           },
"restore_resource":
{ Args: { "p_number": number,"p_resource": string,"p_version": number }; Returns: Json
                           },
"retry_mail":
{ Args: { "p_mail": string }; Returns: boolean
                           },
"review_resource":
{ Args: { "p_note"?: string,"p_resource": string,"p_review"?: string,"p_version": number }; Returns: Json
                           },
"revoke_consent":
{ Args: { "p_consent": string }; Returns: Json
                           },
"rotate_sign_up":
{ Args: { "p_after": Json,"p_before": Json,"p_key_id": string,"p_sign_up": string }; Returns: boolean
                           },
"save_cohort":
{ Args: { "p_cohort": Json,"p_slug"?: string }; Returns: Json
                           },
"save_event_sessions":
{ Args: { "p_event": string,"p_sessions": Json }; Returns: Json
                           },
"save_resource":
{ Args: { "p_draft": Json,"p_keep"?: boolean,"p_resource": string,"p_version": number }; Returns: Json
                           },
"save_settings":
{ Args: { "p_settings": Json,"p_version": number }; Returns: Json
                           },
"seat_by_hand":
{ Args: { "p_reason": string,"p_rsvp": string }; Returns: Json
                           },
"set_event_capacity":
{ Args: { "p_capacity": number,"p_event": string,"p_move"?: (string)[],"p_online"?: boolean }; Returns: number
                           },
"set_sign_up_status":
{ Args: { "p_sign_up": string,"p_status": string,"p_why"?: string }; Returns: Json
                           },
"settle_mail":
{ Args: { "p_again": boolean,"p_mail": string }; Returns: boolean
                           },
"settle_meeting_conflict":
{ Args: { "p_field": string,"p_meeting": string,"p_take_feed": boolean }; Returns: boolean
                           },
"show_attachment":
{ Args: { "p_attachment": string }; Returns: Json
                           },
"sign_consent":
{ Args: { "p_consent": Json }; Returns: Json
                           },
"staff_session":
{ Args: Record<PropertyKey, never>; Returns: {
              "active": boolean,"began_at": string,"name": string,"role": string,"second_factor": string,"user_id": string
            }[]
                           },
"take_rate_limit":
{ Args: { "p_bucket": string,"p_limit": number,"p_window_seconds": number }; Returns: number
                           },
"take_rate_limits":
{ Args: { "p_limits": Json }; Returns: number
                           },
"undo_meetings":
{ Args: { "p_were": Json }; Returns: Json
                           },
"update_rsvp":
{ Args: { "p_access_needs"?: string,"p_details"?: Json,"p_name"?: string,"p_party_size"?: number,"p_rsvp": string }; Returns: Json
                           },
"walk_in":
{ Args: { "p_at"?: string,"p_event": string,"p_name": string,"p_party"?: number,"p_rsvp": string }; Returns: Json
                           },
"withdraw_invitation":
{ Args: { "p_id": string }; Returns: boolean
                           },
"withdraw_sign_up":
{ Args: { "p_sign_up": string }; Returns: Json
                           },
"write_to_guests":
{ Args: { "p_audience": string,"p_body": string,"p_event": string,"p_message"?: string }; Returns: number
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            
          }
        }
} as const
