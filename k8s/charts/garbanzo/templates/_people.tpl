{{/*
What lets people in and is secret, by the variable whose file it is. Of the web release: its pods read it, and the pod for
the administrator, where `garbanzo doctor` tries it.
*/}}
{{- define "garbanzo.peopleSecrets" -}}
{{- if eq .Values.component "web" -}}
{{- with .Values.setUp }}{{ if .existingSecret }}
SETUP_TOKEN: { name: {{ .existingSecret | quote }}, key: {{ .key | quote }} }
{{- end }}{{ end }}
{{- with .Values.mail }}{{ if .from }}
SMTP_URL: { name: {{ .existingSecret | quote }}, key: {{ .key | quote }} }
{{- end }}{{ end }}
{{- with .Values.oidc }}{{ if .issuer }}
OIDC_CLIENT_SECRET: { name: {{ .existingSecret | quote }}, key: {{ .key | quote }} }
{{- end }}{{ end }}
{{- end -}}
{{- end -}}

{{- define "garbanzo.peopleEnv" -}}
{{- range $variable, $_ := include "garbanzo.peopleSecrets" . | fromYaml }}
- name: {{ $variable }}_FILE
  value: /etc/garbanzo/people/{{ $variable }}
{{- end }}
{{- end -}}

{{- define "garbanzo.peopleMount" -}}
{{- if include "garbanzo.peopleSecrets" . }}
- name: people
  mountPath: /etc/garbanzo/people
  readOnly: true
{{- end }}
{{- end -}}

{{- define "garbanzo.peopleVolume" -}}
{{- with include "garbanzo.peopleSecrets" . | fromYaml }}
- name: people
  projected:
    defaultMode: 0440
    sources:
      {{- range $variable, $secret := . }}
      - secret:
          name: {{ $secret.name }}
          items:
            - key: {{ $secret.key }}
              path: {{ $variable }}
      {{- end }}
{{- end }}
{{- end -}}

{{/* The address that people open. Without a certificate of ours nobody knows whether it begins with https. */}}
{{- define "garbanzo.publicUrl" -}}
{{- $encrypted := and .Values.tls.enabled .Values.hosts -}}
{{- .Values.config.publicUrl | default (ternary (printf "https://%s" (first .Values.hosts)) "" (not (empty $encrypted))) -}}
{{- end -}}

{{/* What lets people in and is no secret. */}}
{{- define "garbanzo.peopleConfig" -}}
SIGN_UP: {{ .Values.config.signUp }}
{{- with include "garbanzo.publicUrl" . }}
PUBLIC_URL: {{ . | quote }}
{{- end }}
{{- with .Values.mail.from }}
MAIL_FROM: {{ . | quote }}
{{- end }}
{{- with .Values.oidc }}{{ if .issuer }}
OIDC_ISSUER: {{ .issuer | quote }}
OIDC_CLIENT_ID: {{ .clientId | quote }}
OIDC_SIGN_UP: {{ .signUp | quote }}
{{- with .name }}
OIDC_NAME: {{ . | quote }}
{{- end }}
{{- end }}{{ end }}
{{- end -}}

{{/* The server of mails and the provider, for those who ask them. */}}
{{- define "garbanzo.peopleEgress" -}}
{{- with .Values.networkPolicy }}
{{- if $.Values.mail.from }}
- ports:
    - { protocol: TCP, port: {{ .mailPort }} }
  {{- with .mail }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- if $.Values.oidc.issuer }}
- ports:
    - { protocol: TCP, port: {{ .oidcPort }} }
  {{- with .oidc }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}
