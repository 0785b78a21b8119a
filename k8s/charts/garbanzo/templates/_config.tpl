{{/* What is no secret: the data of the ConfigMap, and the reason for new pods when they change. */}}
{{- define "garbanzo.config" -}}
NODE_ENV: production
LOG_LEVEL: {{ .Values.config.logLevel }}
{{- if eq .Values.component "web" }}
PORT: {{ include "garbanzo.port" . | quote }}
WEB_CONCURRENCY: {{ .Values.config.webConcurrency | quote }}
BASE_PATH: {{ .Values.config.basePath | quote }}
TRUST_PROXY: {{ include "garbanzo.trustProxy" . | quote }}
{{- else }}
WORKER_PORT: {{ include "garbanzo.port" . | quote }}
{{- end }}
{{- end -}}

{{- define "garbanzo.trustProxy" -}}
{{- $behindProxy := or .Values.ingress.enabled .Values.httpRoute.enabled -}}
{{- .Values.config.trustProxy | default (ternary "1" "false" $behindProxy) -}}
{{- end -}}
