{{- define "annals.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Labels that select: (dict "root" $ "part" "query"). */}}
{{- define "annals.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "annals.labels" -}}
{{ include "annals.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "annals.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "annals.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* What both services take from tls, tokens and ratePerClient. */}}
{{- define "annals.serverEnv" -}}
{{- if .Values.tls.enabled }}
- {name: ANNALS_TLS_CERT, value: /etc/annals/tls/tls.crt}
- {name: ANNALS_TLS_KEY, value: /etc/annals/tls/tls.key}
{{- if .Values.tls.mutual }}
- {name: ANNALS_TLS_CLIENT_CA, value: /etc/annals/tls/ca.crt}
{{- end }}
{{- else }}
- {name: ANNALS_INSECURE, value: "true"}
{{- end }}
{{- if .Values.tokens.enabled }}
- {name: ANNALS_TOKENS_FILE, value: /etc/annals/tokens/tokens}
{{- end }}
{{- if .Values.ratePerClient }}
- {name: ANNALS_RATE_PER_CLIENT, value: {{ .Values.ratePerClient | quote }}}
{{- end }}
- {name: ANNALS_LAME_DUCK, value: {{ .Values.lameDuck | quote }}}
{{- end -}}

{{/* The NATS servers that keep the journal; empty where the extractor keeps it itself. */}}
{{- define "annals.journal" -}}
{{- if .Values.journal -}}
{{- .Values.journal -}}
{{- else if .Values.nats.enabled -}}
{{- $name := printf "%s-nats" (include "annals.fullname" .) -}}
{{- $scheme := ternary "tls" "nats" .Values.tls.enabled -}}
{{- range $i := until (int .Values.nats.replicas) -}}
{{- if $i }},{{ end }}{{ $scheme }}://{{ $name }}-{{ $i }}.{{ $name }}-pods:4222
{{- end -}}
{{- end -}}
{{- end -}}

{{/* By what a service knows the server it connects to, and is known to it: (dict "root" $ "token" "query-token"). */}}
{{- define "annals.clientEnv" -}}
{{- if .root.Values.tls.enabled }}
- {name: ANNALS_CA_FILE, value: /etc/annals/tls/ca.crt}
{{- if .root.Values.tls.mutual }}
- {name: ANNALS_CERT_FILE, value: /etc/annals/tls/tls.crt}
- {name: ANNALS_KEY_FILE, value: /etc/annals/tls/tls.key}
{{- end }}
{{- end }}
{{- if .root.Values.tokens.enabled }}
- {name: ANNALS_TOKEN_FILE, value: "/etc/annals/tokens/{{ .token }}"}
{{- end }}
{{- end -}}

{{- define "annals.secretMounts" -}}
{{- if .Values.tls.enabled }}
- {name: tls, mountPath: /etc/annals/tls, readOnly: true}
{{- end }}
{{- if .Values.tokens.enabled }}
- {name: tokens, mountPath: /etc/annals/tokens, readOnly: true}
{{- end }}
{{- end -}}

{{- define "annals.secretVolumes" -}}
{{- if .Values.tls.enabled }}
- name: tls
  secret: {secretName: {{ required "tls.secretName is needed where tls.enabled" .Values.tls.secretName }}, defaultMode: 0440}
{{- end }}
{{- if .Values.tokens.enabled }}
- name: tokens
  secret: {secretName: {{ required "tokens.secretName is needed where tokens.enabled" .Values.tokens.secretName }}, defaultMode: 0440}
{{- end }}
{{- end -}}

{{/*
Probes. gRPC probes know no TLS, so with TLS the operators' port is asked instead, which says the same.
(dict "root" $ "port" 50052 "service" "annals.v1.QueryService" "startupSeconds" 1800)
*/}}
{{- define "annals.probes" -}}
{{- $live := ternary (dict "httpGet" (dict "path" "/healthz" "port" "admin")) (dict "grpc" (dict "port" .port)) .root.Values.tls.enabled -}}
startupProbe:
  {{- toYaml $live | nindent 2 }}
  periodSeconds: 5
  failureThreshold: {{ div .startupSeconds 5 }}
livenessProbe:
  {{- toYaml $live | nindent 2 }}
  periodSeconds: 10
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /readyz, port: admin}
  periodSeconds: 5
{{- end -}}

{{- define "annals.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "annals.containerSecurity" -}}
readOnlyRootFilesystem: true
allowPrivilegeEscalation: false
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "annals.image" -}}
{{ printf "%s:%s" .image.repository (default .root.Chart.AppVersion .image.tag) | quote }}
{{- end -}}
