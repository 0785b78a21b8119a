{{/* What is no secret: the data of the ConfigMap, and the reason for new pods when they change. */}}
{{- define "garbanzo.config" -}}
NODE_ENV: production
LOG_LEVEL: {{ .Values.config.logLevel }}
{{- if eq .Values.component "web" }}
PORT: "5000"
WEB_CONCURRENCY: {{ .Values.config.webConcurrency | quote }}
BASE_PATH: {{ .Values.config.basePath | quote }}
TRUST_PROXY: {{ include "garbanzo.trustProxy" . | quote }}
ALLOWED_HOSTS: {{ include "garbanzo.allowedHosts" . | quote }}
{{ include "garbanzo.peopleConfig" . }}
{{- end }}
INTERNAL_PORT: "5001"
{{- end -}}

{{/* Those by which people come, and those that its Service has in the cluster. */}}
{{- define "garbanzo.allowedHosts" -}}
{{- $name := include "garbanzo.name" . -}}
{{- $own := list $name (printf "%s.%s" $name .Release.Namespace) (printf "%s.%s.svc" $name .Release.Namespace) -}}
{{- concat .Values.hosts .Values.config.allowedHosts $own | uniq | join "," -}}
{{- end -}}

{{- define "garbanzo.peoplesHosts" -}}
{{- concat .Values.hosts .Values.config.allowedHosts | uniq | join "," -}}
{{- end -}}

{{- define "garbanzo.trustProxy" -}}
{{- $behindProxy := or .Values.ingress.enabled .Values.httpRoute.enabled -}}
{{- .Values.config.trustProxy | default (ternary "1" "false" $behindProxy) -}}
{{- end -}}
