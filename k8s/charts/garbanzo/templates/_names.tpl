{{/* `garbanzo` is part of every name, once. */}}
{{- define "garbanzo.name" -}}
{{- $chart := include "garbanzo.chartName" . -}}
{{- $usual := contains $chart .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $chart) -}}
{{- .Values.fullnameOverride | default $usual | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "garbanzo.chartName" -}}
{{- .Values.nameOverride | default .Chart.Name -}}
{{- end -}}

{{/* What never changes in the life of a release, because a Deployment's selector cannot. */}}
{{- define "garbanzo.selector" -}}
app.kubernetes.io/name: {{ include "garbanzo.chartName" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: {{ .Values.component }}
{{- end -}}

{{- define "garbanzo.labels" -}}
{{ include "garbanzo.selector" . }}
{{ include "garbanzo.commonLabels" . }}
{{- end -}}

{{/* Of everything but pods, which must not be new when only the chart is. */}}
{{- define "garbanzo.commonLabels" -}}
{{ include "garbanzo.chartLabels" . }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "garbanzo.chartLabels" -}}
app.kubernetes.io/part-of: {{ include "garbanzo.chartName" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- end -}}

{{/* Pods that run once beside a release's own: its Service and its policies must not select them. */}}
{{- define "garbanzo.helperLabels" -}}
app.kubernetes.io/name: {{ include "garbanzo.chartName" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "garbanzo.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (ternary (include "garbanzo.name" .) "default" .Values.serviceAccount.create) -}}
{{- end -}}

{{/* What a release's Service leads to: people to the pages of web, Prometheus to what the worker tells. */}}
{{- define "garbanzo.port" -}}
{{- eq .Values.component "web" | ternary 5000 5001 -}}
{{- end -}}

{{- define "garbanzo.portName" -}}
{{- eq .Values.component "web" | ternary "http" "internal" -}}
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
