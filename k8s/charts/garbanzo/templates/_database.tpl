{{/*
How the pods of this release find the database: as the owner, unless there is a secret with a login of their own. Then
they are not given the owner's.
*/}}
{{- define "garbanzo.databaseEnv" -}}
{{- include "garbanzo.databaseEnvOf" (dict "root" . "login" .Values.database.loginSecret) -}}
{{- with .Values.database.replicaHost }}
{{- if $.Values.database.urlKey }}{{ fail "database.replicaHost goes with database.keys, not with database.urlKey: give DATABASE_REPLICA_URL in extraEnv" }}{{ end }}
{{- if eq $.Values.component "web" }}
- name: POSTGRES_REPLICA_HOST
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "garbanzo.volumes" -}}
{{- include "garbanzo.volumesOf" (dict "root" . "login" .Values.database.loginSecret) -}}
{{- end -}}

{{/* The same for what only the owner may do. */}}
{{- define "garbanzo.ownerDatabaseEnv" -}}
{{- include "garbanzo.databaseEnvOf" (dict "root" . "login" "") -}}
{{- end -}}

{{- define "garbanzo.ownerVolumes" -}}
{{- include "garbanzo.volumesOf" (dict "root" . "login" "") -}}
{{- end -}}

{{- define "garbanzo.databaseEnvOf" -}}
{{- $login := .login -}}
{{- $component := upper .root.Values.component -}}
{{- with .root.Values.database -}}
{{- if .urlKey -}}
- name: {{ ternary (printf "%s_DATABASE_URL_FILE" $component) "DATABASE_URL_FILE" (not (empty $login)) }}
  value: /etc/garbanzo/database/url
{{- else }}
{{- $secret := .existingSecret -}}
{{- range $part, $key := omit .keys (ternary "username" "password" (not (empty $login))) "password" -}}
- name: POSTGRES_{{ upper $part }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $key }}
{{ end -}}
- name: {{ ternary (printf "POSTGRES_%s_PASSWORD_FILE" $component) "POSTGRES_PASSWORD_FILE" (not (empty $login)) }}
  value: /etc/garbanzo/database/password
{{- end }}
- name: PGSSLMODE
  value: {{ .tls.mode }}
{{- if ne .tls.mode "disable" }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/garbanzo/database/ca.crt
{{- end }}
{{- end }}
{{- end -}}

{{- define "garbanzo.mounts" -}}
- name: database
  mountPath: /etc/garbanzo/database
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- end -}}

{{- define "garbanzo.volumesOf" -}}
{{- $login := .login -}}
{{- with .root.Values.database -}}
- name: database
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ $login | default .existingSecret }}
          items:
            {{- if .urlKey }}
            - key: {{ .urlKey }}
              path: url
            {{- else }}
            - key: {{ .keys.password }}
              path: password
            {{- end }}
      {{- if ne .tls.mode "disable" }}
      - secret:
          name: {{ .tls.existingSecret }}
          items:
            - key: {{ .tls.key }}
              path: ca.crt
      {{- end }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: 32Mi
{{- end -}}
