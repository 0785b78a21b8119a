{{/* What every pod of the chart is, so that a namespace with Pod Security "restricted" takes it. */}}
{{- define "garbanzo.podBasics" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.podSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{- define "garbanzo.containerBasics" -}}
image: {{ include "garbanzo.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- with .Values.containerSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "garbanzo.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* A probe as it is given, of a path of ours unless it asks for something else: (list probe path port). */}}
{{- define "garbanzo.probe" -}}
{{- $probe := first . -}}
{{- if not (pick $probe "exec" "grpc" "httpGet" "tcpSocket") -}}
httpGet: { path: {{ index . 1 }}, port: {{ last . }} }
{{ end -}}
{{ toYaml $probe }}
{{- end -}}

{{/* What values say in the words of Kubernetes, with templates in it: (list root value). */}}
{{- define "garbanzo.asWritten" -}}
{{- tpl (last . | toYaml) (first .) -}}
{{- end -}}
