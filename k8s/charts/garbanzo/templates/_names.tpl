{{/* `garbanzo` is part of every name, once. */}}
{{- define "garbanzo.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What never changes in the life of a release, because a Deployment's selector cannot. */}}
{{- define "garbanzo.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: {{ .Values.component }}
{{- end -}}

{{- define "garbanzo.labels" -}}
{{ include "garbanzo.selector" . }}
{{ include "garbanzo.commonLabels" . }}
{{- end -}}

{{- define "garbanzo.commonLabels" -}}
app.kubernetes.io/part-of: {{ .Chart.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- end -}}

{{/* Pods that run once beside a release's own: its Service and its policies must not select them. */}}
{{- define "garbanzo.helperLabels" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "garbanzo.port" -}}
{{- eq .Values.component "web" | ternary 5000 5001 -}}
{{- end -}}

{{- define "garbanzo.replicas" -}}
{{- if kindIs "invalid" .Values.replicas -}}
{{- eq .Values.component "web" | ternary 3 2 -}}
{{- else -}}
{{- .Values.replicas -}}
{{- end -}}
{{- end -}}

{{- define "garbanzo.tlsSecret" -}}
{{- .Values.tls.secretName | default (printf "%s-tls" (include "garbanzo.name" .)) -}}
{{- end -}}
