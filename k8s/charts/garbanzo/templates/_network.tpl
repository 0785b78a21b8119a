{{/* Everything that a pod of ours asks of others. */}}
{{- define "garbanzo.egress" -}}
{{ include "garbanzo.askNames" . }}
- ports:
    - { protocol: TCP, port: {{ .Values.networkPolicy.databasePort }} }
  {{- with .Values.networkPolicy.database }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "garbanzo.askNames" -}}
- ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}
